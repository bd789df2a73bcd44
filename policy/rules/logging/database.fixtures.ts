import type { ResourceFixtures } from "../../core/fixture";

const message = (path: string, found = "not set") =>
  `${path} is ${found}; required: the logs of its engine, for example ["postgresql"]. Set enabledCloudwatchLogsExports.`;
const instance = "aws:rds/instance:Instance";
const types = ["aws:rds/cluster:Cluster", "aws:docdb/cluster:Cluster"];

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "an instance", type: instance, properties: { enabledCloudwatchLogsExports: ["postgresql", "upgrade"] } },
    { name: "a replica", type: instance, properties: { replicateSourceDb: "main" } },
    ...types.map((type) => ({ name: "a cluster", type, properties: { enabledCloudwatchLogsExports: ["audit"] } })),
    { name: "Neptune", type: "aws:neptune/cluster:Cluster", properties: { enableCloudwatchLogsExports: ["audit"] } },
  ],
  fails: [
    { name: "an instance", type: instance, properties: {}, messages: [message("enabledCloudwatchLogsExports")] },
    {
      name: "an instance with an empty list",
      type: instance,
      properties: { enabledCloudwatchLogsExports: [] },
      messages: [message("enabledCloudwatchLogsExports", "[]")],
    },
    ...types.map((type) => ({
      name: "a cluster",
      type,
      properties: {},
      messages: [message("enabledCloudwatchLogsExports")],
    })),
    {
      name: "Neptune",
      type: "aws:neptune/cluster:Cluster",
      properties: {},
      messages: [message("enableCloudwatchLogsExports")],
    },
  ],
};
