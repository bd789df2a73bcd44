import type { Reading } from "../../fact";
import type { FactName } from "../../facts";
import { kubernetesRoutes } from "./edge-routes";
import { kubernetesServices, kubernetesWorkloads } from "./compute";
import { kubernetesPostgres, kubernetesRedis, kubernetesStorage } from "./data";
import { kubernetesEdge } from "./edge";
import { kubernetesFoundation } from "./foundation";

/** Where each fact stands on Kubernetes. */
export const kubernetesReadings: Readonly<Record<FactName, Reading>> = {
  ...kubernetesFoundation,
  ...kubernetesPostgres,
  ...kubernetesRedis,
  ...kubernetesStorage,
  ...kubernetesWorkloads,
  ...kubernetesServices,
  ...kubernetesRoutes,
  ...kubernetesEdge,
};
