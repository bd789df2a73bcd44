import { type Finding, isNotTrue, isOneOf, mustIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { required, requiredIfSet } from "../../kinds/table";

const groups = ["CGProfile", "ContainerGroup", "ContainerGroupProfile"].map(
  (kind) => `azure-native:containerinstance:${kind}`,
);

const batchJob = "aws:batch/jobDefinition:JobDefinition";

/** Documents of a job of Batch, and the network that Fargate has in them (API reference, `RegisterJobDefinition`). */
interface BatchJob {
  containerProperties?: string;
  ecsProperties?: string;
}
interface Fargate {
  networkConfiguration?: { assignPublicIp?: string };
}

function ofFargate(holder: View<Fargate>): Finding[] {
  return mustIfSet(holder.at("networkConfiguration").at("assignPublicIp"), isOneOf(["DISABLED"]));
}

/** Tasks of ECS, Batch and Container Instances have no public address. Cloud Run and Container Apps give none to an instance. */
export const rule: Rule = {
  id: "exposure-task-address",
  title: "Tasks of ECS, Batch and Container Instances have no public address.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "A task with a public address can be reached past the load balancer, with its TLS and its firewall.",
  fix: "Run tasks in private subnets, and let them out through NAT; give container groups subnetIds and a private address.",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
  breaksBy: {
    "aws:ecs/service:Service": ["networkConfiguration.assignPublicIp"],
    "aws:ecs/taskSet:TaskSet": ["networkConfiguration.assignPublicIp"],
    "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget.networkConfiguration.assignPublicIp"],
    "aws:scheduler/schedule:Schedule": ["target.ecsParameters.networkConfiguration.assignPublicIp"],
    "aws:pipes/pipe:Pipe": [
      "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.assignPublicIp",
    ],
    ...alike(groups, ["ipAddress.type"]),
    [batchJob]: [
      "containerProperties.networkConfiguration.assignPublicIp",
      "ecsProperties.taskProperties[].networkConfiguration.assignPublicIp",
    ],
  },
  checks: {
    // What Fargate runs for Batch, which has no public address where nothing is said.
    [batchJob]: check<BatchJob>((job) => [
      ...ofFargate(job.at("containerProperties").jsonOfGo<Fargate>()),
      ...job
        .at("ecsProperties")
        .jsonOfGo<{ taskProperties: Fargate[] }>()
        .at("taskProperties")
        .items()
        .flatMap(ofFargate),
    ]),
    ...required(isNotTrue, [
      ["aws:ecs/service:Service", "networkConfiguration.assignPublicIp"],
      ["aws:ecs/taskSet:TaskSet", "networkConfiguration.assignPublicIp"],
      ["aws:cloudwatch/eventTarget:EventTarget", "ecsTarget.networkConfiguration.assignPublicIp"],
      ["aws:scheduler/schedule:Schedule", "target.ecsParameters.networkConfiguration.assignPublicIp"],
    ]),
    ...requiredIfSet(isOneOf(["DISABLED"]), [
      [
        "aws:pipes/pipe:Pipe",
        "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.assignPublicIp",
      ],
    ]),
    ...requiredIfSet(
      isOneOf(["Private"]),
      groups.map((type) => [type, "ipAddress.type"] as const),
    ),
  },
};
