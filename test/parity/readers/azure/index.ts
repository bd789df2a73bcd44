import type { Reading } from "../../fact";
import type { FactName } from "../../facts";
import { azureServices, azureWorkloads } from "./compute";
import { azurePostgres, azureRedis } from "./data";
import { azureEdge } from "./edge";
import { azureRoutes } from "./edge-routes";
import { azureFoundation } from "./foundation";
import { azureStorage } from "./storage";

/** Where each fact stands on Azure. */
export const azureReadings: Readonly<Record<FactName, Reading>> = {
  ...azureFoundation,
  ...azurePostgres,
  ...azureRedis,
  ...azureStorage,
  ...azureWorkloads,
  ...azureServices,
  ...azureRoutes,
  ...azureEdge,
};
