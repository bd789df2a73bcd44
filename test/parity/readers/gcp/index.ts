import type { Reading } from "../../fact";
import type { FactName } from "../../facts";
import { gcpServices, gcpWorkloads } from "./compute";
import { gcpRedis, gcpStorage } from "./data";
import { gcpEdge } from "./edge";
import { gcpRoutes } from "./edge-routes";
import { gcpFoundation } from "./foundation";
import { gcpPostgres } from "./postgres";

/** Where each fact stands on Google Cloud. */
export const gcpReadings: Readonly<Record<FactName, Reading>> = {
  ...gcpFoundation,
  ...gcpPostgres,
  ...gcpRedis,
  ...gcpStorage,
  ...gcpWorkloads,
  ...gcpServices,
  ...gcpRoutes,
  ...gcpEdge,
};
