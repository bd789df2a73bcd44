import type { ResourceFixtures } from "../../core/fixture";
import { typesOf } from "../../core/rule";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";
import { rule } from "./local-accounts";

const fix = "Switch the service's own keys or accounts off, sign in by an identity, and assign roles to identities.";
const storage = "azure-native:storage:StorageAccount";
const registry = "azure-native:containerregistry:Registry";
const cluster = "azure-native:containerservice:ManagedCluster";
/** Those that say it below `properties`. */
const nested = ["cognitiveservices:Account", "machinelearningservices:Compute", "maps:Account"].map(
  (service) => `azure-native:${service}`,
);
const hub = "azure-native:iothub:IotHubResource";
const twins = "azure-native:digitaltwins:DigitalTwinsEndpoint";
const others = typesOf(rule).filter((type) => ![storage, registry, cluster, hub, twins, ...nested].includes(type));

const rows: readonly RowFixture[] = [
  { type: storage, path: "allowSharedKeyAccess", good: false, bad: true, words: "false" },
  { type: registry, path: "adminUserEnabled", good: false, bad: true, words: "false", safe: true },
  { type: cluster, path: "disableLocalAccounts", good: true, bad: false, words: "true" },
  ...rowsOf(others, { path: "disableLocalAuth", good: true, bad: false, words: "true" }),
  ...rowsOf(nested, { path: "properties.disableLocalAuth", good: true, bad: false, words: "true" }),
];

/** A hub that routes to everything there is, and takes files. */
const hubBy = (authenticationType: string | undefined) => ({
  properties: {
    routing: {
      endpoints: {
        cosmosDBSqlContainers: [{ name: "a", authenticationType }],
        eventHubs: [{ name: "b", authenticationType }],
        serviceBusQueues: [{ name: "c", authenticationType }],
        serviceBusTopics: [{ name: "d", authenticationType }],
        storageContainers: [{ name: "e", authenticationType }],
      },
    },
    storageEndpoints: { $default: { containerName: "files", authenticationType } },
  },
});
const places = [
  ...["cosmosDBSqlContainers", "eventHubs", "serviceBusQueues", "serviceBusTopics", "storageContainers"].map(
    (list) => `properties.routing.endpoints.${list}[0].authenticationType`,
  ),
  "properties.storageEndpoints.$default.authenticationType",
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    { name: "endpoints by identity", type: hub, properties: hubBy("identityBased") },
    {
      name: "by identity",
      type: twins,
      properties: { properties: { endpointType: "EventHub", authenticationType: "IdentityBased" } },
      harmless: { "properties.endpointType": "By an identity, it may be any." },
    },
    { name: "Event Grid", type: twins, properties: { properties: { endpointType: "EventGrid", accessKey1: "k" } } },
  ],
  fails: [
    ...failsOf(rows, fix),
    ...[undefined, "keyBased"].map((by) => ({
      name: `endpoints by ${by ?? "what comes"}`,
      type: hub,
      properties: hubBy(by),
      messages: places.map(
        (path) => `${path} is ${by === undefined ? "not set" : `"${by}"`}; required: "identityBased". ${fix}`,
      ),
    })),
    {
      name: "by a key",
      type: twins,
      properties: { properties: { endpointType: "ServiceBus" } },
      messages: [`properties.authenticationType is not set; required: "identityBased". ${fix}`],
    },
  ],
};
