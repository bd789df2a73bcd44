import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import { isOneOf, isTrue, must, type Requirement } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const twoSubnets: Requirement = {
  words: "subnets in at least 2 zones",
  allows: (value) => value.as<string[]>().items().length >= 2,
};

/** What a stack runs on is in more than one zone. Google Cloud's regional services are so by themselves. */
export const rule: Rule = {
  id: "availability-zones",
  title: "What a stack runs on is in at least two zones.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"] },
  why: "A zone fails as a whole: power, cooling, network.",
  fix: "Give it subnets of two zones; on Azure switch zone redundancy on, which only a new one can.",
  source:
    "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
  breaksBy: {
    "aws:rds/subnetGroup:SubnetGroup": ["subnetIds"],
    "aws:elasticache/subnetGroup:SubnetGroup": ["subnetIds"],
    "azure-native:app:ManagedEnvironment": ["zoneRedundant"],
    "azure-native:containerregistry:Registry": ["zoneRedundancy"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "aws:rds/subnetGroup:SubnetGroup": check<aws.rds.SubnetGroupArgs>((group) =>
      must(group.at("subnetIds"), twoSubnets),
    ),
    "aws:elasticache/subnetGroup:SubnetGroup": check<aws.elasticache.SubnetGroupArgs>((group) =>
      must(group.at("subnetIds"), twoSubnets),
    ),
    "azure-native:app:ManagedEnvironment": check<azure.app.ManagedEnvironmentArgs>((environment) =>
      must(environment.at("zoneRedundant"), isTrue),
    ),
    "azure-native:containerregistry:Registry": check<azure.containerregistry.RegistryArgs>((registry) =>
      must(registry.at("zoneRedundancy"), isOneOf(["Enabled"])),
    ),
  },
};
