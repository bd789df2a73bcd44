import type * as azure from "@pulumi/azure-native";
import { isOneOf, require } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";

/** Services of Azure that are open to every network unless it is said, and that applications reach from their own. */
const types = [
  "azure-native:eventhub:Namespace",
  "azure-native:servicebus:Namespace",
  "azure-native:appconfiguration:ConfigurationStore",
  "azure-native:search:Service",
  "azure-native:datafactory:Factory",
  "azure-native:kusto:Cluster",
  "azure-native:batch:BatchAccount",
  "azure-native:synapse:Workspace",
  "azure-native:machinelearningservices:Workspace",
];

/**
 * Azure's platform services answer the network only. Databases, caches, vaults and storage have rules of their own. Amazon's
 * and Google's have no addresses of their own but those of the cloud's signed interfaces.
 */
export const rule: Rule = {
  id: "exposure-platform-network",
  title: "Azure's platform services answer private endpoints only.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "With a public address, a leaked key or token works from anywhere in the world.",
  mend: 'Set publicNetworkAccess to "Disabled", in the service\'s own spelling, and connect by a private endpoint.',
  source: "https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-overview",
  breaksBy: {
    ...alike(
      [
        "azure-native:eventhub:Namespace",
        "azure-native:servicebus:Namespace",
        "azure-native:appconfiguration:ConfigurationStore",
        "azure-native:search:Service",
        "azure-native:datafactory:Factory",
        "azure-native:kusto:Cluster",
        "azure-native:batch:BatchAccount",
        "azure-native:synapse:Workspace",
        "azure-native:machinelearningservices:Workspace",
      ],
      ["publicNetworkAccess"],
    ),
    "azure-native:cognitiveservices:Account": ["properties.publicNetworkAccess"],
  },
  checks: {
    ...forTypes(
      types,
      check<azure.eventhub.NamespaceArgs>((service) =>
        // Search and some others write it in small letters.
        require(service.at("publicNetworkAccess"), isOneOf(["Disabled", "disabled", "SecuredByPerimeter"])),
      ),
    ),
    "azure-native:cognitiveservices:Account": check<azure.cognitiveservices.AccountArgs>((account) =>
      require(account.at("properties").at("publicNetworkAccess"), isOneOf(["Disabled"])),
    ),
  },
};
