import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { hasItems, isOneOf, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const lifecycle = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

/** Registries let old images go. */
export const rule: Rule = {
  id: "governance-registry-cleanup",
  title: "Registries let old images go.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.10"] },
  why: "Images of last year, with the weaknesses of last year, can still be started, and cost every month.",
  fix: "Add a LifecyclePolicy; on Google Cloud cleanupPolicies, on Azure policies.retentionPolicy.",
  source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
  breaksBy: {
    "aws:ecr/repository:Repository": [],
    "gcp:artifactregistry/repository:Repository": ["cleanupPolicies"],
    "azure-native:containerregistry:Registry": ["policies.retentionPolicy.status"],
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": ["repository"],
  },
  levels: { dev: "disabled", staging: "advisory" },
  companions: [lifecycle],
  checks: {
    "aws:ecr/repository:Repository": check<aws.ecr.RepositoryArgs>((_repository, context) =>
      context.companions(lifecycle, "repository").length > 0
        ? []
        : [{ path: "lifecycle policy", found: "not there", required: "one of this repository" }],
    ),
    "gcp:artifactregistry/repository:Repository": check<gcp.artifactregistry.RepositoryArgs>((repository) =>
      must(repository.at("cleanupPolicies"), hasItems),
    ),
    "azure-native:containerregistry:Registry": check<azure.containerregistry.RegistryArgs>((registry) =>
      must(registry.at("policies").at("retentionPolicy").at("status"), isOneOf(["enabled"])),
    ),
  },
};
