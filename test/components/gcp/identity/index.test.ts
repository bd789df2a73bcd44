import assert from "node:assert/strict";
import type { PlanResource } from "../../../../preview/model/plan";
import { type Concept, conceptOf } from "../../../support/concept";

const secretMember = "secretmanager.SecretIamMember";
const members = [secretMember, "storage.BucketIAMMember"];

/** What is granted within an identity, by the ends of names. */
const grants = (identity: Concept): [suffix: string, grant: PlanResource][] =>
  members.flatMap((type) => Object.entries(identity.children(type)));

/** What a workload may do: the role, by the end of the grant's name. */
const grantsOf = (identity: Concept, workload: string): Record<string, unknown> =>
  Object.fromEntries(
    grants(identity)
      .filter(([suffix]) => suffix.startsWith(`${workload}-`))
      .map(([suffix, { inputs }]) => [suffix.slice(workload.length + 1), inputs.role]),
  );

const said = ({ inputs }: PlanResource) => [inputs.secretId ?? inputs.bucket, inputs.role, inputs.member].join(" ");

describe("gcp identity", () => {
  let identity: Concept;
  before(async () => {
    identity = await conceptOf("fixture-gcp-prod", "identity");
  });

  it("is one service account for each workload, without a key", () => {
    const accounts = Object.entries(identity.children("serviceaccount.Account"));
    assert.deepEqual(Object.fromEntries(accounts.map(([suffix, { inputs }]) => [suffix, inputs.accountId])), {
      web: "fixture-prod-web",
      worker: "fixture-prod-worker",
      beat: "fixture-prod-beat",
      api: "fixture-prod-api",
      vacuum: "fixture-prod-vacuum",
      "database-roles": "fixture-prod-database-roles",
      migrate: "fixture-prod-migrate",
    });
    assert.deepEqual(identity.outputs, {
      workloads: ["web", "worker", "beat", "api", "database-roles", "migrate", "vacuum"],
    });
    assert.deepEqual(identity.children("serviceaccount.Key"), {});
  });

  it("reads its secrets one by one, uses its bucket, and nothing else", () => {
    const reads = (secrets: string[]) => secrets.map((name) => [`reads-${name}`, "roles/secretmanager.secretAccessor"]);
    assert.deepEqual(
      grantsOf(identity, "migrate"),
      Object.fromEntries([
        ...reads(["postgres-direct-url", "postgres-authorities"]),
        ...reads(["redis-cache-url", "redis-cache-password", "redis-queue-url"]),
        ...reads(["secret-secret-key", "secret-jwt-secret-key", "secret-backup-encryption-key"]),
        ...reads(["secret-sentry-dsn", "secret-mail-password"]),
        ["uses-uploads", "roles/storage.objectUser"],
      ]),
    );
  });

  it("signs addresses for browsers, as itself, where a bucket it uses is called by them", async () => {
    const signing = identity.children("serviceaccount.IAMMember");
    const uses = Object.keys(identity.children("storage.BucketIAMMember")).map((suffix) => suffix.split("-uses-"));
    const users = uses.filter(([, bucket]) => bucket === "exports").map(([workload]) => workload);
    assert.ok(users.length > 0 && users.length < uses.length);
    assert.deepEqual(Object.keys(signing).sort(), users.map((workload) => `${workload}-signs`).sort());
    for (const [suffix, { inputs }] of Object.entries(signing)) {
      const account = identity.child("serviceaccount.Account", suffix.replace(/-signs$/, ""));
      assert.equal(inputs.role, "roles/iam.serviceAccountTokenCreator");
      assert.equal(inputs.serviceAccountId, account.outputs.name);
      assert.equal(inputs.member, `serviceAccount:${account.outputs.email}`);
    }
    const none = await conceptOf("small-gcp-prod", "identity");
    assert.deepEqual(none.children("serviceaccount.IAMMember"), {});
  });

  it("is granted a secret and a bucket, never the project", () => {
    const types = identity.plan.resources.map(({ type }) => type);
    assert.deepEqual(
      types.filter((type) => /:projects\/iam/i.test(type)),
      [],
    );
    for (const [suffix, { inputs }] of Object.entries(identity.children(secretMember)))
      assert.match(String(inputs.secretId), /^projects\/[^/]+\/secrets\/[^/]+$/, suffix);
  });

  for (const stack of ["fixture-gcp-dev", "fixture-gcp-prod"]) {
    it(`${stack}: nothing is granted twice, which would be taken away once`, async () => {
      const granted = grants(await conceptOf(stack, "identity")).map(([, grant]) => said(grant));
      assert.deepEqual([...new Set(granted)], granted);
    });
  }
});
