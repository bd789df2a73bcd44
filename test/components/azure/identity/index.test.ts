import assert from "node:assert/strict";
import { contentName } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { topologyOfStack } from "../../../parity/topologies";
import { type Concept, conceptOf } from "../../../support/concept";
import { stackNamed } from "../../../support/fixture/stacks";
import { variantsOf } from "../../../support/variants/variants";

const assignment = "authorization.RoleAssignment";

/** Microsoft Learn, "Azure built-in roles". */
const roles: Readonly<Record<string, string>> = {
  "7f951dda-4ed3-4680-a7ca-43fe172d538d": "AcrPull",
  "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
};

/** What a workload may do: the role, by the end of the assignment's name. */
function grantsOf(identity: Concept, workload: string): Record<string, string | undefined> {
  const granted = Object.entries(identity.children(assignment)).filter(([suffix]) => suffix.startsWith(`${workload}-`));
  return Object.fromEntries(
    granted.map(([suffix, { inputs }]) => [
      suffix.slice(workload.length + 1),
      roles[String(inputs.roleDefinitionId).split("/").at(-1) ?? ""],
    ]),
  );
}

const said = ({ inputs }: PlanResource) => [inputs.principalId, inputs.roleDefinitionId, inputs.scope].join(" ");

describe("azure identity", () => {
  let identity: Concept;
  before(async () => {
    identity = await conceptOf("fixture-azure-prod", "identity");
  });

  it("is one identity for each workload", () => {
    const names = Object.keys(identity.children("managedidentity.UserAssignedIdentity")).sort();
    assert.deepEqual(names, ["api", "beat", "database-roles", "migrate", "vacuum", "web", "worker"]);
    assert.deepEqual(identity.outputs, {
      workloads: ["web", "worker", "beat", "api", "database-roles", "migrate", "vacuum"],
    });
  });

  it("reads its secrets one by one, uses its bucket, pulls images, and nothing else", () => {
    const reads = (secrets: string[]) => secrets.map((name) => [`reads-${name}`, "Key Vault Secrets User"]);
    assert.deepEqual(
      grantsOf(identity, "migrate"),
      Object.fromEntries([
        ...reads(["postgres-direct-url", "redis-cache-url", "redis-cache-password", "redis-queue-url"]),
        ...reads(["secret-secret-key", "secret-jwt-secret-key", "secret-backup-encryption-key"]),
        ...reads(["secret-sentry-dsn", "secret-mail-password"]),
        ["uses-uploads-read-write", "Storage Blob Data Contributor"],
        [`pulls-${contentName("fixtureexample.azurecr.io")}`, "AcrPull"],
      ]),
    );
  });

  it("is granted a secret and a container, never the vault or the account", () => {
    for (const { inputs } of Object.values(identity.children(assignment))) {
      assert.match(
        String(inputs.scope),
        /\/((secret|blob-container)\/[^/]+|resourceGroups\/fixture-registry\/providers\/Microsoft\.ContainerRegistry\/registries\/fixtureexample)$/,
      );
      assert.equal(inputs.principalType, "ServicePrincipal");
    }
  });

  it("gets a new right before the old one is taken away: another access to a bucket, another registry", async () => {
    const before = topologyOfStack("fixture-azure-prod");
    const { compute } = before;
    const services = compute.services.map((service) => ({
      ...service,
      buckets: { ...service.buckets, uploads: "read" } as const,
      image: service.image.replace("fixtureexample.azurecr.io", "elsewhere.azurecr.io"),
    }));
    const config = stackNamed("fixture-azure-prod").config;
    const { changes } = await variantsOf({
      config,
      topologies: { before, after: { ...before, compute: { ...compute, services } } },
      compared: [["before", "after"]],
    });
    const found = (changes[0] ?? []).filter(
      ({ type, action }) => type === "azure-native:authorization:RoleAssignment" && action !== "unchanged",
    );
    const [old, moved] = ["fixtureexample.azurecr.io", "elsewhere.azurecr.io"].map(contentName);
    const own = (workload: string) => `fixture-prod-identity-${workload}`;
    assert.deepEqual(
      found.map(({ action, name }) => `${action} ${name}`).sort(),
      compute.services
        .flatMap(({ name }) => [
          ...[`create ${own(name)}-pulls-${moved}`, `create ${own(name)}-uses-uploads-read`],
          ...[`delete ${own(name)}-pulls-${old}`, `delete ${own(name)}-uses-uploads-read-write`],
        ])
        .sort(),
    );
  });

  for (const stack of ["fixture-azure-dev", "fixture-azure-prod"]) {
    it(`${stack}: nothing is granted twice, which Azure refuses`, async () => {
      const granted = Object.values((await conceptOf(stack, "identity")).children(assignment)).map(said);
      assert.deepEqual([...new Set(granted)], granted);
    });
  }
});
