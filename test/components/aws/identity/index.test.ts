import assert from "node:assert/strict";
import { type Child, type Concept, conceptOf } from "../../../support/concept";
import { jsonInput } from "../../../support/plan-queries";

interface Statement {
  Action: string | string[];
  Resource: string | string[];
  Condition?: unknown;
}

const workloads = ["web", "worker", "beat", "api", "database-roles", "migrate", "vacuum"];
const account = "123456789012"; // the simulated one

const roles = (workload: string): Child[] => [
  ["iam.Role", `${workload}-task`],
  ["iam.RolePolicy", `${workload}-task-policy`],
  ["iam.Role", `${workload}-execution`],
  ["iam.RolePolicy", `${workload}-execution-policy`],
];

describe("aws identity", () => {
  let identity: Concept;
  before(async () => {
    identity = await conceptOf("fixture-aws-prod", "identity");
  });

  const statements = (suffix: string) =>
    jsonInput<{ Statement: Statement[] }>(identity.child("iam.RolePolicy", suffix), "policy").Statement;

  it("is two roles for each workload, with what each may do", () => {
    identity.isMadeOf(
      workloads
        .flatMap(roles)
        // What makes the database's roles uses no bucket.
        .filter(([, suffix]) => suffix !== "database-roles-task-policy"),
    );
  });

  it("says for whom", () => assert.deepEqual(identity.outputs, { workloads }));

  it("only ECS takes them on, and their code's for tasks of this account", () => {
    for (const [suffix, role] of Object.entries(identity.children("iam.Role"))) {
      assert.deepEqual(jsonInput<{ Statement: unknown }>(role, "assumeRolePolicy").Statement, [
        {
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: "sts:AssumeRole",
          ...(suffix.endsWith("-task") ? { Condition: { StringEquals: { "aws:SourceAccount": account } } } : {}),
        },
      ]);
    }
  });

  for (const workload of ["web", "worker", "beat", "migrate"]) {
    it(`${workload}: its code may use its bucket, through S3 only`, () => {
      const bucket = `arn:aws:s3:::fixture-prod-uploads-${account}`;
      const [list, objects, key, ...more] = statements(`${workload}-task-policy`);
      assert.deepEqual([list?.Action, list?.Resource], [["s3:ListBucket"], bucket]);
      assert.deepEqual(
        [objects?.Action, objects?.Resource],
        [["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"], `${bucket}/*`],
      );
      assert.deepEqual(
        [key?.Action, key?.Condition],
        [["kms:Decrypt", "kms:GenerateDataKey"], { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } }],
      );
      assert.deepEqual(more, []);
    });

    it(`${workload}: it is started with its image, its log and its own secrets`, () => {
      const [token, pull, log, read, decrypt, ...more] = statements(`${workload}-execution-policy`);
      assert.deepEqual([token?.Action, token?.Resource], ["ecr:GetAuthorizationToken", "*"]);
      assert.equal(pull?.Resource, "arn:aws:ecr:eu-west-1:000000000000:repository/fixture/app");
      assert.deepEqual(
        [log?.Action, log?.Resource],
        [
          ["logs:CreateLogStream", "logs:PutLogEvents"],
          `arn:aws:logs:eu-west-1:${account}:log-group:/fixture-prod/${workload}:*`,
        ],
      );
      assert.equal(read?.Action, "secretsmanager:GetSecretValue");
      assert.deepEqual(
        [decrypt?.Action, decrypt?.Condition],
        ["kms:Decrypt", { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } }],
      );
      assert.deepEqual(more, []);
      assert.deepEqual(secretNames(read), [
        // A migration goes past the pooler, and knows no other way.
        workload === "migrate" ? "postgres-direct-url" : "postgres-url",
        "redis-cache-auth-token",
        "redis-cache-url",
        "redis-queue-url",
        "secrets-backup-encryption-key",
        "secrets-jwt-secret-key",
        "secrets-mail-password",
        "secrets-secret-key",
        "secrets-sentry-dsn",
      ]);
    });
  }
});

/** Logical names of secrets, from their ARNs, whose last part is Pulumi's own suffix. */
function secretNames(statement: Statement | undefined): string[] {
  const arns = new Set([statement?.Resource ?? []].flat());
  return [...arns].map((arn) => /:secret\/fixture-prod-(.+)-[0-9a-f]{7}$/.exec(arn)?.[1] ?? arn).sort();
}
