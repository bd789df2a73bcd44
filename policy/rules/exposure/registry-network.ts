import type * as azure from "@pulumi/azure-native";
import { check, type Rule } from "../../core/rule";
import { everywhere, flagSetting } from "../../core/setting";
import { closedNetwork } from "../../kinds/azure-network";

const required = flagSetting(
  "required",
  "Whether registries have to answer known networks only, which takes Azure's Premium.",
  everywhere(false),
);

/** Registries answer known networks only, where that is asked for: Amazon's and Google's have no networks of their own. */
export const rule: Rule = {
  id: "exposure-registry-network",
  title: "Registries answer known networks only, where that is asked for.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.20", "A.8.22"], "SOC 2": ["CC6.6"] },
  why: "With a public address, a leaked token pulls every image, and pushes one, from anywhere in the world.",
  fix: 'Set publicNetworkAccess to "Disabled" and connect by a private endpoint, or networkRuleSet.defaultAction to "Deny".',
  source: "https://learn.microsoft.com/en-us/azure/container-registry/container-registry-private-link",
  breaksBy: {
    "azure-native:containerregistry:Registry": [
      "networkRuleSet.defaultAction",
      "networkRuleSet.ipRules[].iPAddressOrRange",
      "publicNetworkAccess",
    ],
  },
  settings: [required],
  checks: {
    "azure-native:containerregistry:Registry": check<azure.containerregistry.RegistryArgs>((registry, context) => {
      if (!context.get(required)) return [];
      const rules = registry.at("networkRuleSet");
      return closedNetwork(
        registry.at("publicNetworkAccess"),
        rules.at("defaultAction"),
        rules
          .at("ipRules")
          .items()
          .map((rule) => rule.at("iPAddressOrRange")),
      );
    }),
  },
};
