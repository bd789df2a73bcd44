import type * as aws from "@pulumi/aws";
import { isNotTrue, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Tasks of ECS have no public address. Cloud Run and Container Apps give none to an instance. */
export const rule: Rule = {
  id: "exposure-task-address",
  title: "Tasks of ECS have no public address.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "A task with a public address can be reached past the load balancer, with its TLS and its firewall.",
  mend: "Run tasks in private subnets, and let them out through NAT.",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
  breaksBy: {
    "aws:ecs/service:Service": ["networkConfiguration.assignPublicIp"],
    "aws:ecs/taskSet:TaskSet": ["networkConfiguration.assignPublicIp"],
  },
  checks: {
    "aws:ecs/service:Service": check<aws.ecs.ServiceArgs>((service) =>
      require(service.at("networkConfiguration").at("assignPublicIp"), isNotTrue),
    ),
    "aws:ecs/taskSet:TaskSet": check<aws.ecs.TaskSetArgs>((tasks) =>
      require(tasks.at("networkConfiguration").at("assignPublicIp"), isNotTrue),
    ),
  },
};
