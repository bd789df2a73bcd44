import type { EnvironmentName } from "../../components/contract";
import type { EnvironmentSettings } from "../config/settings";
import { dev } from "./dev";
import { prod } from "./prod";
import { staging } from "./staging";

/** The settings of each environment. */
export const environments: Readonly<Record<EnvironmentName, EnvironmentSettings>> = { dev, staging, prod };
