import type { Reading } from "../../fact";
import type { FactName } from "../../facts";
import { awsWorkloads } from "./compute";
import { awsPostgres, awsRedis } from "./data";
import { awsEdge } from "./edge";
import { awsRoutes } from "./edge-routes";
import { awsFoundation } from "./foundation";
import { awsServices } from "./services";
import { awsStorage } from "./storage";

/** Where each fact stands on AWS. */
export const awsReadings: Readonly<Record<FactName, Reading>> = {
  ...awsFoundation,
  ...awsPostgres,
  ...awsRedis,
  ...awsStorage,
  ...awsWorkloads,
  ...awsServices,
  ...awsRoutes,
  ...awsEdge,
};
