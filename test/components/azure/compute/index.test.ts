import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";

describe("azure compute", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("fixture-azure-prod", "compute");
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
      containerAppName: "fixture-prod-web",
      "configuration.ingress.allowInsecure": false,
      "configuration.activeRevisionsMode": "Single",
      "template.containers.0.resources": { cpu: 0.5, memory: "1Gi" },
      "template.scale.minReplicas": 3,
      "template.scale.maxReplicas": 10,
      "template.scale.rules.2.http.metadata.concurrentRequests": "17",
    });
    compute.has("app.ContainerApp", "beat", { "template.scale": { minReplicas: 1, maxReplicas: 1 } });
  });

  it("makes a new revision of a workload, and a new run of a migration, when one of its secrets has a new version", async () => {
    const identity = await conceptOf("fixture-azure-prod", "identity");
    const stored = new Map(identity.plan.resources.map((resource) => [resource.urn, resource]));
    const workloads = { ...compute.children("app.ContainerApp"), ...compute.children("app.Job") };
    const secrets = Object.entries(workloads).map(([name, { inputs, propertyDependencies }]) => {
      const used = (property: string) =>
        (propertyDependencies[property] ?? [])
          .map((urn) => stored.get(urn))
          .filter((resource) => resource?.type === "azure-native:keyvault:Secret")
          .map((resource) => resource?.name)
          .sort();
      // What is referred to in the configuration, which makes no revision, is in the template too.
      assert.deepEqual(used("template"), used("configuration"), name);
      const variables = at(inputs, "template.containers.0.env") as unknown[];
      const version = variables.find((variable) => at(variable, "name") === "ISOTOPO_SECRETS");
      assert.match(String(at(version, "value")), /^[0-9a-f]{16}$/, name);
      return [name, used("template").length] as const;
    });
    assert.ok(secrets.length >= 5 && secrets.every(([, count]) => count > 0));
    const run = compute.child("resources.AzureCliScript", "migrate-run");
    assert.ok(run.propertyDependencies.forceUpdateTag?.includes(compute.child("app.Job", "migrate").urn));
  });

  it("waits for the vault's private address, its name, and roles that hold", () => {
    for (const [type, suffix] of [
      ["app.ContainerApp", "web"],
      ["app.Job", "migrate"],
    ] as const) {
      const before = compute.waitsFor(type, suffix);
      for (const name of [
        "secrets-endpoint-name",
        "network-zone-vault-link",
        "storage-uploads-endpoint-name",
        "compute-roles",
        "identity-web-reads-secret-secret-key",
      ]) {
        assert.ok(before.has(`fixture-prod-${name}`), name);
      }
    }
  });

  it("gives a stopped revision as long as the longest request may take", async () => {
    const longer = await conceptOf("fixture-azure-prod", "compute");
    compute.has("app.ContainerApp", "web", { "template.terminationGracePeriodSeconds": 30 });
    longer.has("app.ContainerApp", "api", { "template.terminationGracePeriodSeconds": 60 });
  });

  it("services start after the migration", () => {
    for (const service of ["web", "worker", "beat"]) {
      assert.ok(compute.waitsFor("app.ContainerApp", service).has("fixture-prod-compute-migrate-run"));
    }
  });
});
