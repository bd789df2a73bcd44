import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";

const fix =
  "Run tasks in private subnets, and let them out through NAT; give container groups subnetIds and a private address.";
const off = { good: false, bad: true, words: "false", safe: true };
const rows: readonly RowFixture[] = [
  ...rowsOf(["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"], {
    path: "networkConfiguration.assignPublicIp",
    ...off,
  }),
  {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    path: "ecsTarget.networkConfiguration.assignPublicIp",
    ...off,
  },
  {
    type: "aws:scheduler/schedule:Schedule",
    path: "target.ecsParameters.networkConfiguration.assignPublicIp",
    ...off,
  },
  {
    type: "aws:pipes/pipe:Pipe",
    path: "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.assignPublicIp",
    good: "DISABLED",
    bad: "ENABLED",
    words: '"DISABLED"',
    safe: true,
  },
  ...rowsOf(
    ["CGProfile", "ContainerGroup", "ContainerGroupProfile"].map((kind) => `azure-native:containerinstance:${kind}`),
    { path: "ipAddress.type", good: "Private", bad: "Public", words: '"Private"', safe: true },
  ),
];

const batchJob = "aws:batch/jobDefinition:JobDefinition";
/** A job's document with that address, and the path of it. */
const jobs: readonly (readonly [path: string, of: (address?: string) => Record<string, string>])[] = [
  [
    "containerProperties.networkConfiguration.assignPublicIp",
    (assignPublicIp) => ({ containerProperties: JSON.stringify({ networkConfiguration: { assignPublicIp } }) }),
  ],
  [
    "ecsProperties.taskProperties[0].networkConfiguration.assignPublicIp",
    (assignPublicIp) => ({
      ecsProperties: JSON.stringify({ taskProperties: [{ networkConfiguration: { assignPublicIp } }] }),
    }),
  ],
];
const noAddress = "Without a word there is no public address.";

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    ...jobs.map(([path, of]) => ({
      name: `${path} off`,
      type: batchJob,
      properties: of("DISABLED"),
      harmless: {
        [path.split(".")[0] ?? ""]: noAddress,
        ...(path.includes("[0]") ? { [path.slice(0, path.indexOf("[0]"))]: noAddress } : {}),
      },
    })),
    {
      name: "a job as it comes",
      type: batchJob,
      properties: { containerProperties: "{}" },
      harmless: { containerProperties: noAddress },
    },
  ],
  fails: [
    ...failsOf(rows, fix),
    ...jobs.map(([path, of]) => ({
      name: `${path} on`,
      type: batchJob,
      properties: of("ENABLED"),
      messages: [`${path} is "ENABLED"; required: "DISABLED". ${fix}`],
    })),
  ],
};
