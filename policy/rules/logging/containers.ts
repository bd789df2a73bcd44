import type * as azure from "@pulumi/azure-native";
import { isOneOf, isSet, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { ofTaskContainers } from "../../kinds/ecs";

/** Containers' output goes to a log. Cloud Run and Kubernetes keep it by themselves. */
export const rule: Rule = {
  id: "logging-containers",
  title: "What containers print goes to a log.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"] },
  why: "The output of a container without a log driver goes with the container.",
  fix: 'Set logConfiguration, for example with the driver "awslogs"; on Azure appLogsConfiguration.destination.',
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
  breaksBy: {
    "aws:ecs/taskDefinition:TaskDefinition": [
      "containerDefinitions[].logConfiguration.logDriver",
      "runtimePlatform.operatingSystemFamily",
    ],
    "azure-native:app:ManagedEnvironment": ["appLogsConfiguration.destination"],
  },
  checks: {
    ...ofTaskContainers((container) => must(container.at("logConfiguration").at("logDriver"), isSet)),
    "azure-native:app:ManagedEnvironment": check<azure.app.ManagedEnvironmentArgs>((environment) =>
      must(environment.at("appLogsConfiguration").at("destination"), isOneOf(["azure-monitor", "log-analytics"])),
    ),
  },
};
