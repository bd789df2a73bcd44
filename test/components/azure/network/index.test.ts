import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";

const group = "network.NetworkSecurityGroup";

/** Rules of a group: name, direction, source, destination and ports of what it lets through. */
function allowed(network: Concept, suffix: string): unknown[] {
  return rulesOf(network, suffix)
    .filter((rule) => at(rule, "access") === "Allow")
    .map((rule) =>
      ["direction", "sourceAddressPrefix", "destinationAddressPrefix", "destinationPortRanges"].map((key) =>
        String(at(rule, key)),
      ),
    );
}

function rulesOf(network: Concept, suffix: string): unknown[] {
  const rules = network.child(group, suffix).inputs.securityRules;
  assert.ok(Array.isArray(rules));
  return rules;
}

describe("azure network", () => {
  let network: Concept;
  before(async () => {
    network = await conceptOf("fixture-azure-prod", "network");
  });

  it("is a group, a network with three subnets, one way out, and logs", () => {
    const suffixes = (type: string) => Object.keys(network.children(type)).sort();
    assert.deepEqual(suffixes("network.Subnet"), ["endpoints", "postgres", "workloads"]);
    assert.deepEqual(suffixes("network.NatGateway"), ["nat"]);
    assert.deepEqual(suffixes("network.FlowLog"), ["flow-logs"]);
    assert.deepEqual(suffixes("privatedns.VirtualNetworkLink"), [
      "zone-blob-link",
      "zone-redis-link",
      "zone-vault-link",
    ]);
    network.has("resources.ResourceGroup", "group", { resourceGroupName: "fixture-prod", location: "westeurope" });
    assert.equal(network.child("resources.ResourceGroup", "group").protect, true);
    assert.deepEqual(network.outputs, {
      networkId: network.child("network.VirtualNetwork", "vnet").id,
      resourceGroupName: "fixture-prod",
    });
  });

  it("hands one subnet to Container Apps and one to the database; only workloads leave by NAT", () => {
    const nat = network.child("network.NatGateway", "nat").id;
    network.has("network.Subnet", "workloads", {
      addressPrefix: "10.0.10.0/24",
      "delegations.0.serviceName": "Microsoft.App/environments",
      "natGateway.id": nat,
      serviceEndpoints: undefined,
    });
    network.has("network.Subnet", "postgres", {
      addressPrefix: "10.0.13.0/24",
      "delegations.0.serviceName": "Microsoft.DBforPostgreSQL/flexibleServers",
      natGateway: undefined,
      // Where the database archives its log to.
      serviceEndpoints: [{ service: "Microsoft.Storage" }],
    });
    network.has("network.Subnet", "endpoints", {
      addressPrefix: "10.0.14.0/24",
      delegations: undefined,
      natGateway: undefined,
      // Rules hold for private endpoints too.
      privateEndpointNetworkPolicies: "Enabled",
    });
    for (const suffix of ["workloads", "postgres", "endpoints"]) {
      network.has("network.Subnet", suffix, {
        defaultOutboundAccess: false,
        "networkSecurityGroup.id": network.child(group, `${suffix}-rules`).id,
      });
    }
  });

  it("makes one subnet after the other", () => {
    assert.ok(network.waitsFor("network.Subnet", "postgres").has("fixture-prod-network-workloads"));
    assert.ok(network.waitsFor("network.Subnet", "endpoints").has("fixture-prod-network-postgres"));
  });

  it("denies both directions last, by rules of different priorities", () => {
    for (const suffix of ["workloads-rules", "postgres-rules", "endpoints-rules"]) {
      const rules = rulesOf(network, suffix);
      const denied = rules.filter((rule) => at(rule, "access") === "Deny");
      assert.deepEqual(
        denied.map((rule) => [at(rule, "direction"), at(rule, "priority"), at(rule, "protocol")]),
        [
          ["Inbound", 4096, "*"],
          ["Outbound", 4096, "*"],
        ],
      );
      const places = rules.map((rule) => `${String(at(rule, "direction"))} ${String(at(rule, "priority"))}`);
      assert.equal(new Set(places).size, rules.length);
    }
  });

  it("lets workloads, and nobody else, reach the database and private endpoints", () => {
    assert.deepEqual(allowed(network, "endpoints-rules"), [["Inbound", "10.0.10.0/24", "10.0.14.0/24", "443,10000"]]);
    assert.deepEqual(
      allowed(network, "postgres-rules").filter((rule) => Array.isArray(rule) && rule[0] === "Inbound"),
      [
        ["Inbound", "10.0.10.0/24", "10.0.13.0/24", "5432,6432"],
        ["Inbound", "10.0.13.0/24", "10.0.13.0/24", "5432,6432"],
      ],
    );
  });

  it("lets workloads reach storage and registries of their own region only", () => {
    const tags = allowed(network, "workloads-rules").map((rule) => (Array.isArray(rule) ? String(rule[2]) : ""));
    assert.deepEqual(
      tags.filter((tag) => /^(Storage|AzureContainerRegistry)/.test(tag)),
      ["AzureContainerRegistry.westeurope", "Storage.westeurope"],
    );
  });

  it("makes one private endpoint after the other, in all of the subnet", () => {
    const endpoints = network.plan.resources.filter(({ type }) => type === "azure-native:network:PrivateEndpoint");
    assert.ok(endpoints.length >= 4);
    const urns = new Set(endpoints.map(({ urn }) => urn));
    const before = endpoints.map(({ dependencies }) => dependencies.filter((urn) => urns.has(urn)));
    assert.deepEqual(before.map((those) => those.length).sort(), [0, ...Array(endpoints.length - 1).fill(1)]);
    assert.equal(new Set(before.flat()).size, endpoints.length - 1);
  });

  it("makes an account's endpoint last: while one is made, the account takes no other change", () => {
    const { resources } = network.plan;
    const urnOf = (suffix: string) => resources.find(({ name }) => name === `fixture-prod-storage-uploads${suffix}`);
    const endpoint = urnOf("-endpoint");
    for (const suffix of ["-service", "-lifecycle", "-container"]) {
      assert.ok(endpoint?.dependencies.includes(urnOf(suffix)?.urn ?? ""), suffix);
    }
    assert.ok(urnOf("-container")?.dependencies.includes(urnOf("-lifecycle")?.urn ?? ""));
    const endpoints = resources.filter(({ type }) => type === "azure-native:network:PrivateEndpoint");
    for (const { name, hooks } of endpoints) assert.deepEqual(hooks?.onError, [`${name}-busy`]);
  });

  it("lets workloads out by the ports of the egress rules", () => {
    const outside = allowed(network, "workloads-rules").filter((rule) => Array.isArray(rule) && rule[2] === "Internet");
    assert.deepEqual(outside, [["Outbound", "10.0.10.0/24", "Internet", "443,587"]]);
  });

  it("logs connections into an account that takes no key and no stranger", () => {
    network.has("network.FlowLog", "flow-logs", {
      networkWatcherName: "NetworkWatcher_westeurope",
      resourceGroupName: "NetworkWatcherRG",
      targetResourceId: network.child("network.VirtualNetwork", "vnet").id,
      retentionPolicy: { enabled: true, days: 90 },
    });
    network.has("storage.StorageAccount", "flow-logs-account", {
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      minimumTlsVersion: "TLS1_2",
      networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
    });
    const before = network.waitsFor("network.FlowLog", "flow-logs");
    for (const suffix of ["grant", "role"]) assert.ok(before.has(`fixture-prod-network-flow-logs-${suffix}`));
  });
});
