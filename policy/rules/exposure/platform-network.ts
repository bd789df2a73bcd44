import { isFalse, isOneOf } from "../../core/finding";
import { alike, type Rule } from "../../core/rule";
import { type Row, required, requiredIfSet } from "../../kinds/table";

/** Services that applications reach from their own networks, by where they say it. */
const topLevel = [
  "appconfiguration:ConfigurationStore",
  "batch:BatchAccount",
  "databricks:Workspace",
  "datafactory:Factory",
  "deviceupdate:Account",
  "digitaltwins:DigitalTwin",
  "elasticsan:ElasticSan",
  "eventgrid:Domain",
  "eventgrid:Namespace",
  "eventgrid:PartnerNamespace",
  "eventgrid:Topic",
  "eventhub:Namespace",
  "hardwaresecuritymodules:CloudHsmCluster",
  "kusto:Cluster",
  "machinelearningservices:Registry",
  "machinelearningservices:Workspace",
  "purview:Account",
  "search:Service",
  "servicebus:Namespace",
  "synapse:Workspace",
];
const inProperties = [
  "attestation:AttestationProvider",
  "cognitiveservices:Account",
  "fileshares:FileShare",
  "healthcareapis:Service",
  "healthdataaiservices:DeidService",
  "iothub:IotHubResource",
  "machinelearningservices:OnlineEndpoint",
  "recoveryservices:Vault",
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
  fix: 'Set publicNetworkAccess to "Disabled", in the service\'s own spelling, and connect by a private endpoint.',
  source: "https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-overview",
  breaksBy: {
    ...alike(
      [
        "azure-native:appconfiguration:ConfigurationStore",
        "azure-native:batch:BatchAccount",
        "azure-native:databricks:Workspace",
        "azure-native:datafactory:Factory",
        "azure-native:deviceupdate:Account",
        "azure-native:digitaltwins:DigitalTwin",
        "azure-native:elasticsan:ElasticSan",
        "azure-native:eventgrid:Domain",
        "azure-native:eventgrid:Namespace",
        "azure-native:eventgrid:PartnerNamespace",
        "azure-native:eventgrid:Topic",
        "azure-native:eventhub:Namespace",
        "azure-native:hardwaresecuritymodules:CloudHsmCluster",
        "azure-native:kusto:Cluster",
        "azure-native:machinelearningservices:Registry",
        "azure-native:machinelearningservices:Workspace",
        "azure-native:purview:Account",
        "azure-native:search:Service",
        "azure-native:servicebus:Namespace",
        "azure-native:synapse:Workspace",
        "azure-native:automation:AutomationAccount",
        "azure-native:eventhub:NamespaceNetworkRuleSet",
        "azure-native:servicebus:NamespaceNetworkRuleSet",
      ],
      ["publicNetworkAccess"],
    ),
    ...alike(
      [
        "azure-native:attestation:AttestationProvider",
        "azure-native:cognitiveservices:Account",
        "azure-native:fileshares:FileShare",
        "azure-native:healthcareapis:Service",
        "azure-native:healthdataaiservices:DeidService",
        "azure-native:iothub:IotHubResource",
        "azure-native:machinelearningservices:OnlineEndpoint",
        "azure-native:recoveryservices:Vault",
      ],
      ["properties.publicNetworkAccess"],
    ),
  },
  checks: {
    // Search and some others write it in small letters. Open to every network unless it is said.
    ...required(isOneOf(["Disabled", "disabled", "SecuredByPerimeter"]), [
      ...topLevel.map((service): Row => [`azure-native:${service}`, "publicNetworkAccess"]),
      ...inProperties.map((service): Row => [`azure-native:${service}`, "properties.publicNetworkAccess"]),
    ]),
    // A switch of its own kind.
    ...required(isFalse, [["azure-native:automation:AutomationAccount", "publicNetworkAccess"]]),
    // Where there is a set of rules beside a namespace, it says it too.
    ...requiredIfSet(isOneOf(["Disabled", "SecuredByPerimeter"]), [
      ["azure-native:eventhub:NamespaceNetworkRuleSet", "publicNetworkAccess"],
      ["azure-native:servicebus:NamespaceNetworkRuleSet", "publicNetworkAccess"],
    ]),
  },
};
