import type { ResourceFixtures } from "../../core/fixture";
import { typesOf } from "../../core/rule";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";
import { rule } from "./platform-network";

const fix = 'Set publicNetworkAccess to "Disabled", in the service\'s own spelling, and connect by a private endpoint.';
const automation = "azure-native:automation:AutomationAccount";
const ruleSets = ["eventhub", "servicebus"].map((service) => `azure-native:${service}:NamespaceNetworkRuleSet`);
/** Those that say it below `properties`. */
const nested = [
  "attestation:AttestationProvider",
  "cognitiveservices:Account",
  "fileshares:FileShare",
  "healthcareapis:Service",
  "healthdataaiservices:DeidService",
  "iothub:IotHubResource",
  "machinelearningservices:OnlineEndpoint",
  "recoveryservices:Vault",
].map((service) => `azure-native:${service}`);
const others = typesOf(rule).filter((type) => ![automation, ...ruleSets, ...nested].includes(type));
const words = "one of Disabled, disabled, SecuredByPerimeter";

const rows: readonly RowFixture[] = [
  ...rowsOf(others, { path: "publicNetworkAccess", good: "Disabled", bad: "Enabled", words }),
  ...rowsOf(nested, { path: "properties.publicNetworkAccess", good: "Disabled", bad: "Enabled", words }),
  { type: automation, path: "publicNetworkAccess", good: false, bad: true, words: "false" },
  ...rowsOf(ruleSets, {
    path: "publicNetworkAccess",
    good: "Disabled",
    bad: "Enabled",
    words: "one of Disabled, SecuredByPerimeter",
    safe: true,
  }),
];

export const fixtures: ResourceFixtures = { passes: passesOf(rows), fails: failsOf(rows, fix) };
