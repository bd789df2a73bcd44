import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";

describe("azure compute", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("icosistem-azure-prod", "compute");
  });

  it("is closed to public traffic, encrypted inside, and spread over zones", () => {
    compute.has("app.ManagedEnvironment", "environment", {
      publicNetworkAccess: "Disabled",
      zoneRedundant: true,
      "peerAuthentication.mtls.enabled": true,
      "peerTrafficConfiguration.encryption.enabled": true,
    });
  });

  it("rounds sizes up and scales by use and requests", () => {
    compute.has("app.ContainerApp", "web", {
      containerAppName: "icosistem-prod-web",
      "configuration.ingress.allowInsecure": false,
      "configuration.activeRevisionsMode": "Single",
      "template.containers.0.resources": { cpu: 0.5, memory: "1Gi" },
      "template.scale.minReplicas": 3,
      "template.scale.maxReplicas": 10,
      "template.scale.rules.2.http.metadata.concurrentRequests": "17",
    });
    compute.has("app.ContainerApp", "beat", { "template.scale": { minReplicas: 1, maxReplicas: 1 } });
  });

  it("services start after the migration", () => {
    for (const service of ["web", "worker", "beat"]) {
      assert.ok(compute.waitsFor("app.ContainerApp", service).has("icosistem-prod-compute-migrate-run"));
    }
  });
});
