import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policy/rules";
import { replaceForcing } from "../../preview/compare/replace-forcing";
import { isBlocking, type Plan, type PlanResource } from "../../preview/model/plan";
import { wholeStacks } from "../parity/topologies";
import { freshPlanOf, planOf, started } from "../support/plans";
import { projectDir } from "../support/project";
import { ofFixture, shipped } from "../support/shipped";

/** The application that has everything keeps to the rules as well, in production. */
const production = ofFixture.filter(({ environment }) => environment === "prod");
const whole: ReadonlySet<string> = new Set(wholeStacks.map(({ stack }) => stack));

describe("every stack", () => {
  it("there are some", () => assert.ok(shipped.length > 0));

  for (const { stack, app, cloud, environment } of [...production, ...shipped]) {
    describe(stack, () => {
      let again: Promise<Plan> | undefined;
      before(() => {
        planOf(stack);
        planOf(stack, { unknowns: true });
        if (environment === "prod") again = started(freshPlanOf(stack));
      });

      it("satisfies every rule", async () => assertSatisfied(await planOf(stack)));

      it("satisfies every rule with unknown outputs", async () => {
        assertSatisfied(await planOf(stack, { unknowns: true }));
      });

      // The program of an application is the same in each environment, and in production it asks for the most.
      if (environment === "prod") {
        it("is the same twice", async () => {
          const [first, second] = [await planOf(stack), await again];
          assert.deepEqual(second?.resources, first.resources);
        });
      }

      it("has the same URNs with unknown outputs", async () => {
        const [known, unknown] = [await planOf(stack), await planOf(stack, { unknowns: true })];
        assert.deepEqual(urns(unknown), urns(known));
      });

      it("has every resource of a cloud under a component of a concept", async () => {
        const { resources } = await planOf(stack);
        const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        const stray = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:providers:"));
        for (const { urn, parent } of stray) {
          const owner = byUrn.get(parent ?? "");
          assert.ok(
            owner !== undefined && !owner.custom && owner.type.startsWith(`isotopo:${cloud}:`),
            `${urn} under ${parent}`,
          );
        }
      });

      it("has only types of which it is known what replaces them", async () => {
        const { resources } = await planOf(stack);
        const types = new Set(resources.filter(({ custom }) => custom).map(({ type }) => type));
        const unknown = [...types].filter(
          (type) => !type.startsWith("pulumi:providers:") && replaceForcing(type) === undefined,
        );
        assert.deepEqual(unknown, []);
      });

      it("has tags or labels on all that takes them", async () => {
        const { resources } = await planOf(stack);
        for (const resource of resources.filter(takesTags)) {
          const tags = tagsOf(resource);
          assert.equal(tags.app, app, resource.urn);
          assert.equal(tags.environment, environment, resource.urn);
          assert.ok(tags["cost-center"] !== undefined, resource.urn);
        }
      });

      it("protects what holds data in production, and nothing else where it is made anew", async () => {
        const { resources } = await planOf(stack);
        const holding = resources.filter((r) => holdsData.has(r.type) && !isReplica(r));
        assert.ok(holding.length > 0 || !whole.has(stack));
        const expected = environment === "prod";
        for (const { urn, protect } of holding) assert.equal(protect, expected, urn);
      });
    });
  }
});

const holdsData = new Set([
  "aws:rds/instance:Instance",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:s3/bucket:Bucket",
  "gcp:sql/databaseInstance:DatabaseInstance",
  "gcp:redis/instance:Instance",
  "gcp:storage/bucket:Bucket",
  "azure-native:dbforpostgresql:Server",
  "azure-native:redisenterprise:RedisEnterprise",
  "azure-native:storage:StorageAccount",
  "kubernetes:postgresql.cnpg.io/v1:Cluster",
  "kubernetes:core/v1:PersistentVolumeClaim",
]);

/** A read replica can be made anew from its source. */
function isReplica({ inputs }: PlanResource): boolean {
  return "replicateSourceDb" in inputs || "masterInstanceName" in inputs || inputs.createMode === "Replica";
}

function assertSatisfied({ policy, resources, stack }: Plan): void {
  assert.equal(policy.rules, rules.length);
  assert.deepEqual(policy.violations.filter(isBlocking), []);
  assert.deepEqual(policy.violations, []);
  // An application may leave much out.
  assert.ok(resources.length > (whole.has(stack) ? 50 : 10));
}

function urns({ resources }: Plan): string[] {
  return resources.map(({ urn }) => urn);
}

/** Under which input each provider keeps what tells a resource's owner, and where the SDK declares its types. */
const tagInputs: Readonly<Record<string, { input: string; declaration: (type: string) => string | undefined }>> = {
  aws: { input: "tags", declaration: (type) => /^aws:([^:]+):/.exec(type)?.[1] },
  gcp: {
    input: "labels",
    declaration: (type) => {
      const [, module = "", kind = ""] = /^gcp:([^/]+)\/[^:]+:(.+)$/.exec(type) ?? [];
      return `${module}/${declarationFile("gcp", module, kind)}`;
    },
  },
  "azure-native": {
    input: "tags",
    declaration: (type) => {
      const [, module = "", kind = ""] = type.split(":");
      return `${module}/${declarationFile("azure-native", module, kind)}`;
    },
  },
};

/** `redisEnterprise`, `afdcustomDomain` of `AFDCustomDomain`, `sslpolicy` of `SSLPolicy`. */
function declarationFile(provider: string, module: string, kind: string): string {
  const files = readdirSync(join(projectDir, "node_modules/@pulumi", provider, module));
  const file = files.find((name) => name.toLowerCase() === `${kind.toLowerCase()}.d.ts`);
  assert.ok(file !== undefined, `${module}:${kind}`);
  return file.replace(/\.d\.ts$/, "");
}

/** Whether a type takes tags is read from the SDK's own declaration of its arguments. */
function takesTags({ type, custom }: PlanResource): boolean {
  if (!custom || type.startsWith("pulumi:")) return false;
  const provider = type.split(":")[0] ?? "";
  if (provider === "kubernetes") return true;
  const { input, declaration } = tagInputs[provider] ?? {};
  const path = declaration?.(type);
  if (input === undefined || path === undefined) return false;
  const text = readFileSync(join(projectDir, `node_modules/@pulumi/${provider}/${path}.d.ts`), "utf8");
  return new RegExp(`export interface \\w+Args \\{[\\s\\S]*?\\n {4}${input}\\?:`).test(text);
}

function tagsOf({ type, inputs }: PlanResource): Record<string, unknown> {
  const metadata = inputs.metadata;
  const tags = isRecord(metadata) ? metadata.labels : inputs[tagInputs[type.split(":")[0] ?? ""]?.input ?? "tags"];
  return isRecord(tags) ? tags : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
