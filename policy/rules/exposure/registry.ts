import type * as azure from "@pulumi/azure-native";
import { isNotTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { membersOf, openPolicies } from "../../kinds/breaks";
import { ofGrants, openStatements } from "../../kinds/everyone";
import { registryGrants } from "../../kinds/google-grants";
import { ofDocuments, registryPolicies } from "../../kinds/policy-documents";

/** Images are pulled by whom a registry names. A repository of ECR Public is public, which is what it is for. */
export const rule: Rule = {
  id: "exposure-registry",
  title: "Registries hand out images and packages to those they name only.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.21"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Images hold source code and, by mistake, secrets; whoever may push one runs code in production.",
  fix: "Grant the identities that build and run the images.",
  source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  breaksBy: {
    ...openPolicies(registryPolicies),
    ...membersOf(registryGrants),
    "azure-native:containerregistry:Registry": ["anonymousPullEnabled"],
  },
  checks: {
    ...ofDocuments(registryPolicies, openStatements),
    ...ofGrants(registryGrants),
    // Anonymous pulling is off where nothing is said.
    "azure-native:containerregistry:Registry": check<azure.containerregistry.RegistryArgs>((registry) =>
      must(registry.at("anonymousPullEnabled"), isNotTrue),
    ),
  },
  remedies: { "azure-native:containerregistry:Registry": { anonymousPullEnabled: false } },
};
