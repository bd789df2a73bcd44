import type { Reading } from "../../fact";
import type { FactName } from "../../facts";
import { kubernetesServices, kubernetesWorkloads } from "./compute";
import { kubernetesPostgres, kubernetesRedis, kubernetesStorage } from "./data";
import { kubernetesEdge } from "./edge";
import { kubernetesRoutes } from "./edge-routes";
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
