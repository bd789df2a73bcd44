import { type Finding, isFalse, isNotTrue, isTrue, matches, must } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type Row, required } from "../../kinds/table";

/** Services whose keys are on where nothing is said, by where they say it. Of caches, `identity-cache-auth` asks for a password. */
const topLevel = [
  "appconfiguration:ConfigurationStore",
  "automation:AutomationAccount",
  "cosmosdb:DatabaseAccount",
  "eventgrid:Domain",
  "eventgrid:PartnerNamespace",
  "eventgrid:Topic",
  "eventhub:Namespace",
  "search:Service",
  "servicebus:Namespace",
  "signalrservice:SignalR",
  "webpubsub:WebPubSub",
];
const inProperties = ["cognitiveservices:Account", "machinelearningservices:Compute", "maps:Account"];

const hub = "azure-native:iothub:IotHubResource";
const twins = "azure-native:digitaltwins:DigitalTwinsEndpoint";

/** How an endpoint signs in to what it sends to: by a key of that, where nothing is said. */
interface Endpoint {
  authenticationType: string;
}
/** Lists of a hub's endpoints by what they send to (IoT Hub API, `RoutingEndpoints`). */
const lists = [
  "cosmosDBSqlContainers",
  "eventHubs",
  "serviceBusQueues",
  "serviceBusTopics",
  "storageContainers",
] as const;
interface Hub {
  properties: {
    routing: { endpoints: Record<(typeof lists)[number], Endpoint[]> };
    storageEndpoints: Record<string, Endpoint>;
  };
}

const byIdentity = (endpoint: View<Endpoint>): Finding[] =>
  must(endpoint.at("authenticationType"), matches(/^identityBased$/i, '"identityBased"'));

/** Azure's services know who calls, by Entra ID: no shared key, no account of their own. */
export const rule: Rule = {
  id: "identity-local-accounts",
  title: "Azure's services take and use no shared keys, and have no accounts of their own.",
  severity: "medium",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.3.1.3"],
    "ISO 27001:2022": ["A.5.16"],
    "SOC 2": ["CC6.1"],
    "PCI DSS 4.0": ["8.2.2"],
  },
  why: "A shared key opens everything to whoever has it, and no log says who that was.",
  fix: "Switch the service's own keys or accounts off, sign in by an identity, and assign roles to identities.",
  source: "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
  breaksBy: {
    "azure-native:storage:StorageAccount": ["allowSharedKeyAccess"],
    "azure-native:containerregistry:Registry": ["adminUserEnabled"],
    "azure-native:containerservice:ManagedCluster": ["disableLocalAccounts"],
    ...alike(
      [
        "azure-native:appconfiguration:ConfigurationStore",
        "azure-native:automation:AutomationAccount",
        "azure-native:cosmosdb:DatabaseAccount",
        "azure-native:eventgrid:Domain",
        "azure-native:eventgrid:PartnerNamespace",
        "azure-native:eventgrid:Topic",
        "azure-native:eventhub:Namespace",
        "azure-native:search:Service",
        "azure-native:servicebus:Namespace",
        "azure-native:signalrservice:SignalR",
        "azure-native:webpubsub:WebPubSub",
      ],
      ["disableLocalAuth"],
    ),
    "azure-native:cognitiveservices:Account": ["properties.disableLocalAuth"],
    "azure-native:machinelearningservices:Compute": ["properties.disableLocalAuth"],
    "azure-native:maps:Account": ["properties.disableLocalAuth"],
    "azure-native:iothub:IotHubResource": [
      "properties.routing.endpoints.cosmosDBSqlContainers[].authenticationType",
      "properties.routing.endpoints.eventHubs[].authenticationType",
      "properties.routing.endpoints.serviceBusQueues[].authenticationType",
      "properties.routing.endpoints.serviceBusTopics[].authenticationType",
      "properties.routing.endpoints.storageContainers[].authenticationType",
      "properties.storageEndpoints.*.authenticationType",
    ],
    "azure-native:digitaltwins:DigitalTwinsEndpoint": ["properties.authenticationType", "properties.endpointType"],
  },
  checks: {
    ...required(isFalse, [["azure-native:storage:StorageAccount", "allowSharedKeyAccess"]]),
    // The administrator of a registry is off where nothing is said.
    ...required(isNotTrue, [["azure-native:containerregistry:Registry", "adminUserEnabled"]]),
    ...required(isTrue, [
      ["azure-native:containerservice:ManagedCluster", "disableLocalAccounts"],
      ...topLevel.map((service): Row => [`azure-native:${service}`, "disableLocalAuth"]),
      ...inProperties.map((service): Row => [`azure-native:${service}`, "properties.disableLocalAuth"]),
    ]),
    [hub]: check<Hub>((args) => {
      const routing = args.at("properties").at("routing").at("endpoints");
      const storage = args.at("properties").at("storageEndpoints");
      return [
        ...lists.flatMap((list) => routing.at(list).items()),
        ...storage.entries().map(([, endpoint]) => endpoint),
      ].flatMap(byIdentity);
    }),
    // Event Grid is reached by a key alone.
    [twins]: check<{ properties: Endpoint & { endpointType: string } }>((args) =>
      args.at("properties").at("endpointType").mayBe("EventGrid") ? [] : byIdentity(args.at("properties")),
    ),
  },
};
