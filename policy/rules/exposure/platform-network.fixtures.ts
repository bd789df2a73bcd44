import type { ResourceFixtures } from "../../core/fixture";

const mend =
  'Set publicNetworkAccess to "Disabled", in the service\'s own spelling, and connect by a private endpoint.';
const required = "one of Disabled, disabled, SecuredByPerimeter";
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
const cognitive = "azure-native:cognitiveservices:Account";

export const fixtures: ResourceFixtures = {
  passes: [
    ...types.map((type) => ({ name: "private", type, properties: { publicNetworkAccess: "Disabled" } })),
    { name: "private", type: cognitive, properties: { properties: { publicNetworkAccess: "Disabled" } } },
  ],
  fails: [
    ...types.map((type) => ({
      name: "nothing said",
      type,
      properties: {},
      messages: [`publicNetworkAccess is not set; required: ${required}. ${mend}`],
    })),
    {
      name: "public",
      type: cognitive,
      properties: { properties: { publicNetworkAccess: "Enabled" } },
      messages: [`properties.publicNetworkAccess is "Enabled"; required: "Disabled". ${mend}`],
    },
  ],
};
