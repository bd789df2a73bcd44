import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";

describe("gcp network", () => {
  let network: Concept;
  before(async () => {
    network = await conceptOf("icosistem-gcp-prod", "network");
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

  it("denies both directions, and lets workloads reach what they need by port", () => {
    for (const direction of ["ingress", "egress"]) {
      network.has("compute.Firewall", `deny-${direction}`, {
        direction: direction.toUpperCase(),
        priority: 65_000,
        "denies.0.protocol": "all",
      });
    }
    network.has("compute.Firewall", "allow-services", {
      "destinationRanges.0": "10.0.13.0/24",
      "allows.0.ports": ["5432", "6432", "6378"],
      targetTags: ["icosistem-prod-workload"],
    });
    network.has("compute.Firewall", "allow-google-apis", { "destinationRanges.0": "199.36.153.8/30" });
  });

  it("keeps a range for the database and the cache, behind a peering", () => {
    network.has("compute.GlobalAddress", "services-range", {
      address: "10.0.13.0",
      prefixLength: 24,
      purpose: "VPC_PEERING",
    });
    const names = Object.keys(network.children("servicenetworking.Connection"));
    assert.deepEqual(names, ["services-connection"]);
  });
});
