import type * as aws from "@pulumi/aws";
import { type Finding, isNoneOf, isSet, must, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** What is typed into a container through ECS Exec is logged. Sessions of the other platforms are in their audit logs. */
export const rule: Rule = {
  id: "logging-exec",
  title: "Sessions in containers of ECS are logged.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], "PCI DSS 4.0": ["10.2.1"] },
  why: "CloudTrail knows who opened a shell in a container, but not what was done there.",
  fix: 'Leave logging out, or set it to "OVERRIDE" with a log group or a bucket in logConfiguration.',
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  breaksBy: {
    "aws:ecs/cluster:Cluster": [
      "configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName",
      "configuration.executeCommandConfiguration.logConfiguration.s3BucketName",
      "configuration.executeCommandConfiguration.logging",
    ],
  },
  checks: {
    // As it comes the session goes where the container's own output goes.
    "aws:ecs/cluster:Cluster": check<aws.ecs.ClusterArgs>((cluster): Finding[] => {
      const command = cluster.at("configuration").at("executeCommandConfiguration");
      const destination = command.at("logConfiguration");
      return [
        ...must(command.at("logging"), isNoneOf(["NONE"])),
        ...(command.at("logging").text() === "OVERRIDE"
          ? mustOne([destination.at("cloudWatchLogGroupName"), destination.at("s3BucketName")], isSet)
          : []),
      ];
    }),
  },
};
