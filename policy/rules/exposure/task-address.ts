import { isNotTrue, isOneOf } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { required, requiredIfSet } from "../../kinds/table";

/** Tasks of ECS and Container Instances have no public address. Cloud Run and Container Apps give none to an instance. */
export const rule: Rule = {
  id: "exposure-task-address",
  title: "Tasks of ECS and Container Instances have no public address.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "A task with a public address can be reached past the load balancer, with its TLS and its firewall.",
  mend: "Run tasks in private subnets, and let them out through NAT; give container groups subnetIds and a private address.",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
  breaksBy: {
    "aws:ecs/service:Service": ["networkConfiguration.assignPublicIp"],
    "aws:ecs/taskSet:TaskSet": ["networkConfiguration.assignPublicIp"],
    "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget.networkConfiguration.assignPublicIp"],
    "aws:scheduler/schedule:Schedule": ["target.ecsParameters.networkConfiguration.assignPublicIp"],
    "aws:pipes/pipe:Pipe": [
      "targetParameters.ecsTaskParameters.networkConfiguration.awsVpcConfiguration.assignPublicIp",
    ],
    "azure-native:containerinstance:ContainerGroup": ["ipAddress.type"],
  },
  checks: {
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
    ...requiredIfSet(isOneOf(["Private"]), [["azure-native:containerinstance:ContainerGroup", "ipAddress.type"]]),
  },
};
