import type { ResourceFixtures } from "../../core/fixture";

const fix = 'Set enabledClusterLogTypes: ["api", "audit", "authenticator"]; on Google Cloud leave logging on.';
const eks = "aws:eks/cluster:Cluster";
const gke = "gcp:container/cluster:Cluster";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "with its logs", type: eks, properties: { enabledClusterLogTypes: ["api", "audit", "authenticator"] } },
    { name: "as it comes", type: gke, properties: {} },
    {
      name: "with components",
      type: gke,
      properties: { loggingConfig: { enableComponents: ["SYSTEM_COMPONENTS", "WORKLOADS"] } },
    },
    {
      name: "by the older property",
      type: gke,
      properties: { loggingService: "logging.googleapis.com/kubernetes" },
      harmless: { loggingService: "Whatever is not none logs." },
    },
  ],
  fails: [
    {
      name: "without logs",
      type: eks,
      properties: {},
      messages: [`enabledClusterLogTypes is not set; required: also api, audit, authenticator. ${fix}`],
    },
    {
      name: "with some",
      type: eks,
      properties: { enabledClusterLogTypes: ["api"] },
      messages: [`enabledClusterLogTypes is ["api"]; required: also audit, authenticator. ${fix}`],
    },
    {
      name: "turned off",
      type: gke,
      properties: { loggingService: "none" },
      messages: [`loggingService is "none"; required: not "none". ${fix}`],
    },
    {
      name: "without components",
      type: gke,
      properties: { loggingConfig: { enableComponents: [] } },
      messages: [`loggingConfig.enableComponents is []; required: SYSTEM_COMPONENTS among them. ${fix}`],
    },
  ],
};
