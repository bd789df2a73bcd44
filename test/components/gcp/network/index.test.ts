import assert from "node:assert/strict";
import { contentName } from "../../../../components/contract";
import { type Concept, conceptOf } from "../../../support/concept";
import { resourcesOf } from "../../../support/plan-queries";
import { planOf } from "../../../support/plans";
import { ofFixture, shipped } from "../../../support/shipped";

describe("gcp network", () => {
  let network: Concept;
  before(async () => {
    network = await conceptOf("fixture-gcp-prod", "network");
  });

  it("has no subnets but its own, which logs every flow", () => {
    network.has("compute.Network", "vpc", { autoCreateSubnetworks: false });
    network.has("compute.Subnetwork", "private", {
      ipCidrRange: "10.0.10.0/24",
      privateIpGoogleAccess: true,
      "logConfig.flowSampling": 1,
    });
    network.has("logging.ProjectBucketConfig", "flow-logs", { retentionDays: 90 });
  });

  it("gives an instance more ports as it needs them", () => {
    network.has("compute.RouterNat", "nat", {
      enableDynamicPortAllocation: true,
      enableEndpointIndependentMapping: false,
      minPortsPerVm: 64,
      maxPortsPerVm: 4096,
    });
  });

  it("waits for the APIs that it is made by, and leaves them on", async () => {
    const apis = await conceptOf("fixture-gcp-prod", "apis");
    const found = Object.entries(apis.children("projects.Service"));
    assert.ok(found.length > 10);
    for (const [api, { inputs }] of found) {
      assert.deepEqual([inputs.service, inputs.disableOnDestroy], [`${api}.googleapis.com`, false]);
    }
    const waits: [concept: string, type: string, suffix: string, api: string][] = [
      ["network", "compute.Network", "vpc", "compute"],
      ["network", "logging.ProjectSink", "flow-logs-sink", "logging"],
      ["postgres", "sql.DatabaseInstance", "instance", "sqladmin"],
      ["redis-cache", "redis.Instance", "instance", "redis"],
      ["storage", "storage.Bucket", "uploads", "storage"],
      ["compute", "cloudrunv2.Service", "web", "run"],
      ["edge", "certificatemanager.CertificateMap", "certificate-map", "certificatemanager"],
      ["edge", "dns.RecordSet", `record-${contentName("fixture.example")}-a`, "dns"],
    ];
    for (const [concept, type, suffix, api] of waits) {
      const before = (await conceptOf("fixture-gcp-prod", concept)).waitsFor(type, suffix);
      assert.ok(before.has(`fixture-prod-apis-${api}`), `${type} ${suffix}`);
    }
  });

  it("denies both directions, and lets workloads reach what they need by port", () => {
    for (const direction of ["ingress", "egress"]) {
      network.has("compute.Firewall", `deny-${direction}`, {
        direction: direction.toUpperCase(),
        priority: 65_000,
        "denies.0.protocol": "all",
      });
    }
    network.has("compute.Firewall", "allow-services", {
      destinationRanges: ["10.0.13.0/24", "10.0.14.0/24"],
      "allows.0.ports": ["5432", "6432", "6378"],
      targetTags: ["fixture-prod-workload"],
    });
    network.has("compute.Firewall", "allow-google-apis", { "destinationRanges.0": "199.36.153.8/30" });
  });

  it("keeps a range for the database and another for the cache, behind a peering", async () => {
    const ranges: [range: string, address: string][] = [
      ["services-range", "10.0.13.0"],
      ["cache-range", "10.0.14.0"],
    ];
    for (const [range, address] of ranges) {
      network.has("compute.GlobalAddress", range, { address, prefixLength: 24, purpose: "VPC_PEERING" });
    }
    const named = (range: string) => network.child("compute.GlobalAddress", range).outputs.name;
    network.has("servicenetworking.Connection", "services-connection", {
      reservedPeeringRanges: [named("services-range"), named("cache-range")],
    });
    const postgres = await conceptOf("fixture-gcp-prod", "postgres");
    for (const instance of ["instance", "replica-1"]) {
      postgres.has("sql.DatabaseInstance", instance, {
        "settings.ipConfiguration.allocatedIpRange": named("services-range"),
      });
    }
    const redis = await conceptOf("fixture-gcp-prod", "redis-cache");
    redis.has("redis.Instance", "instance", { reservedIpRange: named("cache-range") });
    const names = Object.keys(network.children("servicenetworking.Connection"));
    assert.deepEqual(names, ["services-connection"]);
  });

  for (const { stack } of [...ofFixture, ...shipped].filter(({ cloud }) => cloud === "gcp")) {
    it(`leaves no peering behind without its state, and takes over one that is there: ${stack}`, async () => {
      const [only, ...others] = resourcesOf(await planOf(stack), "gcp:servicenetworking/connection:Connection");
      assert.ok(only !== undefined && others.length === 0);
      assert.deepEqual([only.inputs.deletionPolicy, only.inputs.updateOnCreationFail], [undefined, true]);
    });
  }
});
