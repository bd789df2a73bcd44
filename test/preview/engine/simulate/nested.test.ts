import assert from "node:assert/strict";
import type { Plan } from "../../../../preview/model/plan";
import { resourceOf } from "../../../support/plan-queries";
import { writtenPlan } from "../../programs";

const program = `const gcp = require("@pulumi/gcp");
const pulumi = require("@pulumi/pulumi");
const azure = require("@pulumi/azure-native");
const server = new gcp.compute.Instance("server", {
  machineType: "e2-micro",
  zone: "europe-west1-b",
  bootDisk: { initializeParams: { image: "debian" }, autoDelete: pulumi.secret(true) },
  networkInterfaces: [{ network: "default", accessConfigs: [{ networkTier: "STANDARD" }] }],
});
const [config] = [server.networkInterfaces[0].accessConfigs[0]];
exports.url = config.natIp.apply((ip) => "http://" + ip + "/");
exports.tier = config.networkTier;
exports.network = server.networkInterfaces[0].network;
exports.absent = server.networkInterfaces[0].accessConfigs[0].publicPtrDomainName.apply((name) => name === undefined);
new gcp.dns.RecordSet("record", { managedZone: "z", name: "a.", type: "A", ttl: 300, rrdatas: [config.natIp] });
const app = new azure.app.ContainerApp("app", {
  resourceGroupName: "group",
  configuration: { ingress: { external: true, targetPort: 80 } },
});
exports.fqdn = app.configuration.apply((configuration) => configuration.ingress.fqdn);
`;

const recordOf = (plan: Plan) => resourceOf(plan, "gcp:dns/recordSet:RecordSet", "record").inputs.rrdatas;

describe("members that a provider computes inside of an input", () => {
  it("are simulated, and what is given stays", async () => {
    const plan = await writtenPlan(program, { config: {} });
    const { url, tier, network, fqdn } = plan.stackOutputs;
    assert.deepEqual([url, tier, network], ["http://192.0.2.10/", "STANDARD", "default"]);
    assert.match(String(fqdn), /\.simulated\.example$/);
    assert.deepEqual(recordOf(plan), ["192.0.2.10"]);
    const { inputs, outputs } = resourceOf(plan, "gcp:compute/instance:Instance", "server");
    assert.deepEqual(inputs.networkInterfaces, [{ accessConfigs: [{ networkTier: "STANDARD" }], network: "default" }]);
    assert.match(JSON.stringify(outputs.bootDisk), /"autoDelete":"\[secret\]"/);
  });

  it("are unknown with unknown outputs, and what is given stays", async () => {
    const plan = await writtenPlan(program, { unknowns: true, config: {} });
    const { url, tier, network, fqdn } = plan.stackOutputs;
    assert.deepEqual([url, tier, network, fqdn], ["[unknown]", "STANDARD", "default", "[unknown]"]);
    assert.deepEqual(recordOf(plan), ["[unknown]"]);
  });
});
