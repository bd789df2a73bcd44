import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set accessLogs with a bucket and enabled: true; on Google Cloud logConfig: { enable: true }.";
const balancer = "aws:lb/loadBalancer:LoadBalancer";
const services = ["gcp:compute/backendService:BackendService", "gcp:compute/regionBackendService:RegionBackendService"];

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "with access logs", type: balancer, properties: { accessLogs: { bucket: "logs", enabled: true } } },
    { name: "a gateway load balancer", type: balancer, properties: { loadBalancerType: "gateway" } },
    ...services.map((type) => ({
      name: "with a log",
      type,
      properties: { logConfig: { enable: true, sampleRate: 1 } },
    })),
  ],
  fails: [
    {
      name: "without access logs",
      type: balancer,
      properties: { loadBalancerType: "application" },
      messages: [`accessLogs.enabled is not set; required: true. ${fix}`],
    },
    {
      name: "with access logs that are off",
      type: balancer,
      properties: { accessLogs: { bucket: "logs", enabled: false } },
      messages: [`accessLogs.enabled is false; required: true. ${fix}`],
    },
    ...services.map((type) => ({
      name: "without a log",
      type,
      properties: { logConfig: {} },
      messages: [`logConfig.enable is not set; required: true. ${fix}`],
    })),
  ],
};
