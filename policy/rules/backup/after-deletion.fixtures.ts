import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set deleteAutomatedBackups: false; they go when their retention ends.";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";

export const fixtures: ResourceFixtures = {
  passes: [
    ...[instance, cluster].map((type) => ({ name: "kept", type, properties: { deleteAutomatedBackups: false } })),
    { name: "a replica", type: instance, properties: { replicateSourceDb: "main" } },
    { name: "a replica of Aurora", type: cluster, properties: { replicationSourceIdentifier: "arn" } },
  ],
  fails: [
    {
      name: "an instance that says nothing",
      type: instance,
      properties: {},
      messages: [`deleteAutomatedBackups is not set; required: false. ${mend}`],
    },
    {
      name: "a cluster",
      type: cluster,
      properties: { deleteAutomatedBackups: true },
      messages: [`deleteAutomatedBackups is true; required: false. ${mend}`],
    },
  ],
};
