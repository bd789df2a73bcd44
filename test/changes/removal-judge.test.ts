import assert from "node:assert/strict";
import type { Plan, PlanResource } from "../../preview/model/plan";
import type { Wire } from "../../preview/model/wire";
import { resourceChange } from "../support/changes";
import { removalFaults } from "../support/removal/judge";
import { removals } from "../support/removal/removals";
import { takenNames } from "../support/removal/second-life";

function urn(type: string, name: string): string {
  return `urn:pulumi:shop::isotopo::${type}::${name}`;
}

function gone(type: string, name: string, inputs: Readonly<Record<string, Wire>> = {}, isProtected = false) {
  const properties = Object.entries(inputs).map(([path, before]) => ({
    path,
    kind: "removed" as const,
    before,
    forces: "nothing" as const,
  }));
  return resourceChange(urn(type, name), "delete", { properties, protected: isProtected });
}

const service = { thing: "a service", own: /spare/ };
const cloudRun = "gcp:cloudrunv2/service:Service";

describe("what the test of removal would say", () => {
  it("says nothing of what is of the thing, nor of a new revision", () => {
    const revision = resourceChange(urn("aws:ecs/taskDefinition:TaskDefinition", "web-task"), "replace");
    const changes = [gone(cloudRun, "spare", { deletionProtection: false }), revision];
    assert.deepEqual(removalFaults(changes, service), []);
  });

  it("of a service that its provider holds, which Cloud Run does unless it is told otherwise", () => {
    assert.deepEqual(removalFaults([gone(cloudRun, "spare", { deletionProtection: true })], service), [
      `delete ${cloudRun} spare: deletionProtection refuses it`,
    ]);
  });

  it("of what Pulumi holds, unless it holds data", () => {
    const changes = [gone(cloudRun, "spare", {}, true)];
    assert.deepEqual(removalFaults(changes, service), [`delete ${cloudRun} spare: Pulumi's \`protect\` refuses it`]);
    assert.deepEqual(removalFaults(changes, { ...service, holdsData: true }), []);
  });

  it("of what is another thing's, deleted or replaced", () => {
    const replaced = resourceChange(urn("gcp:redis/instance:Instance", "cache"), "replace", { causes: ["tier"] });
    assert.deepEqual(removalFaults([gone(cloudRun, "web"), replaced], service), [
      `delete ${cloudRun} web: it is no part of a service`,
      "replace gcp:redis/instance:Instance cache: tier",
    ]);
  });
});

describe("the table of removals", () => {
  const others: [thing: string, name: string][] = [
    ["the read replicas", "shop-prod-identity-web-reads-secret-key"],
    ["the read replicas", "shop-prod-postgres-read-url"],
    ["the pooler", "shop-prod-cdn-proxy-deployment"],
  ];
  for (const [thing, name] of others) {
    it(`counts ${name} as no part of ${thing}`, () => {
      const removal = removals.find((each) => each.thing === thing);
      assert.ok(removal !== undefined);
      assert.deepEqual(removalFaults([gone(cloudRun, name)], removal), [
        `delete ${cloudRun} ${name}: it is no part of ${thing}`,
      ]);
    });
  }
});

describe("what the test of a second life would say", () => {
  const vault = (name: string | undefined, from: readonly string[]): Pick<Plan, "resources"> => {
    const resource: PlanResource = {
      op: "create",
      type: "azure-native:keyvault:Vault",
      name: "vault",
      custom: true,
      outputs: {},
      dependencies: [],
      protect: false,
      provider: "",
      ignoreChanges: [],
      aliases: [],
      urn: urn("azure-native:keyvault:Vault", "vault"),
      inputs: name === undefined ? {} : { vaultName: name },
      propertyDependencies: { vaultName: [...from] },
    };
    return { resources: [resource] };
  };

  it("of a vault whose name has nothing of chance, and of no other", () => {
    assert.deepEqual(takenNames(vault("shop-prod", [])), [
      'azure-native:keyvault:Vault vault: vaultName would be "shop-prod" again: Key Vault, soft delete: a name is taken until the purge',
    ]);
    assert.deepEqual(takenNames(vault("shop-prod-x7", [urn("random:index/randomString:RandomString", "suffix")])), []);
    assert.deepEqual(takenNames(vault(undefined, [])), []);
  });
});
