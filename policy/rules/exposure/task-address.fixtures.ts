import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";

const mend =
  "Run tasks in private subnets, and let them out through NAT; give container groups subnetIds and a private address.";
const off = { good: false, bad: true, words: "false", safe: true };
const rows: readonly RowFixture[] = [
  ...rowsOf(["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"], {
    ...{ path: "networkConfiguration.assignPublicIp", ...off },
  }),
  {
    ...{ type: "aws:cloudwatch/eventTarget:EventTarget", path: "ecsTarget.networkConfiguration.assignPublicIp" },
    ...off,
  },
  {
    ...{ type: "aws:scheduler/schedule:Schedule", path: "target.ecsParameters.networkConfiguration.assignPublicIp" },
    ...off,
  },
  {
    type: "aws:pipes/pipe:Pipe",
    path: "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.assignPublicIp",
    ...{ good: "DISABLED", bad: "ENABLED", words: '"DISABLED"', safe: true },
  },
  {
    ...{ type: "azure-native:containerinstance:ContainerGroup", path: "ipAddress.type" },
    ...{ good: "Private", bad: "Public", words: '"Private"', safe: true },
  },
];

export const fixtures: ResourceFixtures = { passes: passesOf(rows), fails: failsOf(rows, mend) };
