import assert from "node:assert/strict";
import type { PlanResource } from "../../../preview/plan/plan";
import { type Concept, conceptOf } from "../../support/concept";

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
    identity = await conceptOf("icosistem-azure-prod", "identity");
  });

  it("is one identity for each workload", () => {
    const names = Object.keys(identity.children("managedidentity.UserAssignedIdentity")).sort();
    assert.deepEqual(names, ["beat", "database-roles", "migrate", "web", "worker"]);
    assert.deepEqual(identity.outputs, { workloads: ["web", "worker", "beat", "database-roles", "migrate"] });
  });

  it("reads its secrets one by one, uses its bucket, pulls images, and nothing else", () => {
    const reads = (secrets: string[]) => secrets.map((name) => [`reads-${name}`, "Key Vault Secrets User"]);
    assert.deepEqual(
      grantsOf(identity, "migrate"),
      Object.fromEntries([
        ...reads(["postgres-direct-url", "redis-cache-url", "redis-cache-password", "redis-queue-url"]),
        ...reads(["secret-secret-key", "secret-jwt-secret-key", "secret-backup-encryption-key"]),
        ...reads(["secret-sentry-dsn", "secret-mail-password"]),
        ["uses-uploads", "Storage Blob Data Contributor"],
        ["pulls", "AcrPull"],
      ]),
    );
  });

  it("is granted a secret and a container, never the vault or the account", () => {
    for (const { inputs } of Object.values(identity.children(assignment))) {
      assert.match(
        String(inputs.scope),
        /\/((secret|blob-container)\/[^/]+|resourceGroups\/icosistem-registry\/providers\/Microsoft\.ContainerRegistry\/registries\/icosistemexample)$/,
      );
      assert.equal(inputs.principalType, "ServicePrincipal");
    }
  });

  for (const stack of ["icosistem-azure-dev", "icosistem-azure-prod"]) {
    it(`${stack}: nothing is granted twice, which Azure refuses`, async () => {
      const granted = Object.values((await conceptOf(stack, "identity")).children(assignment)).map(said);
      assert.deepEqual([...new Set(granted)], granted);
    });
  }
});
