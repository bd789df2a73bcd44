import assert from "node:assert/strict";
import { type RegistryTarget, registryTargets, targetNames } from "../../components/targets";
import type { PlanResource } from "../../preview/model/plan";
import { documentedValues } from "../../tools/values";
import type { DocumentedValue } from "../../tools/values/value";
import { changedPlanOf, ownKeys, planOf } from "../support/plans";
import { registryPlanOf, registryStacks } from "../support/registries";
import { ofFixture, shipped } from "../support/shipped";
import { type Judgement, judge } from "../support/values/judge";

const rows = Object.values(documentedValues).flat();
const judged = new Map<string, Promise<Judgement>>();

/** Where keys of one's own are a choice. No shipped stack makes it, so that one is changed to. */
const withOwnKeys = new Set<string>(["gcp", "azure"]);

/** Who else may pull; no shipped registry lets anybody. */
const pullers: Readonly<Record<RegistryTarget, string[]>> = {
  aws: ["111111111111"],
  gcp: ["111111111111"],
  azure: ["11111111-2222-3333-4444-555555555555"],
};

/** An image of Docker Hub with a login, which no shipped stack has. */
const signedIn = {
  images: {
    app: `docker.io/shop/app@sha256:${"1".repeat(64)}`,
    api: `docker.io/shop/api@sha256:${"1".repeat(64)}`,
  },
  registries: { "docker.io": { username: "shop", password: "no-word-of-a-plan" } },
};

/** All stacks of a cloud, judged once. */
function judgementOf(cloud: string): Promise<Judgement> {
  const known = judged.get(cloud) ?? plansOf(cloud).then((plans) => judge(plans, documentedValues));
  judged.set(cloud, known);
  return known;
}

async function plansOf(cloud: string): Promise<PlanResource[][]> {
  const production = ofFixture.filter(({ environment }) => environment === "prod");
  const stacks = [...production, ...shipped].filter((each) => each.cloud === cloud).map(({ stack }) => stack);
  const changed = withOwnKeys.has(cloud) ? [planOf(`fixture-${cloud}-prod`, {}, ownKeys)] : [];
  const registries = registryStacks.filter((stack) => stack.endsWith(`-${cloud}`));
  const plans = await Promise.all([
    ...stacks.map((stack) => planOf(stack)),
    ...registries.map((stack) => registryPlanOf(stack)),
    ...registryTargets
      .filter((each) => each === cloud)
      .map((each) => registryPlanOf(`fixture-${each}`, { pullers: pullers[each] })),
    changedPlanOf(`fixture-${cloud}-dev`, signedIn),
    ...changed,
  ]);
  return plans.map(({ resources }) => resources);
}

describe("values of the shipped stacks", () => {
  for (const cloud of targetNames) {
    it(`${cloud}: each that the provider enumerates is known to the SDK's types or to docs/values.md`, async () => {
      const { byType, byTable, unknown } = await judgementOf(cloud);
      assert.deepEqual(unknown, []);
      assert.ok(byType > 0 || byTable > 0);
    });
  }

  it("every row of the table is used by a stack", async () => {
    const used = await Promise.all(targetNames.map(async (cloud) => [...(await judgementOf(cloud)).used]));
    const dead = rows.filter((row) => !used.flat().includes(row));
    assert.deepEqual(dead.map(named), []);
  });

  it("every row stands under its provider and has a source", () => {
    for (const [provider, its] of Object.entries(documentedValues)) {
      for (const row of its) {
        assert.ok(row.type.startsWith(`${provider}:`), named(row));
        assert.ok(row.source.trim().length > 5, named(row));
        assert.ok(row.values instanceof RegExp || row.values.length > 0, named(row));
      }
    }
  });

  it("no row is there twice", () => {
    const names = rows.map(named);
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
  });
});

describe("what is no value of the provider", () => {
  const key = "aws:rds/instance:Instance";
  const table = { aws: [row(key, "engine", ["postgres"]), row(key, "parameters.*.name", /^log_/)] };

  it("a text that the SDK's enum has not", () => {
    const vault = "azure-native:keyvault:Vault";
    const properties = { tenantId: "t", sku: { family: "A", name: "premier" } };
    assert.deepEqual(judgeOne(vault, { properties }, { "azure-native": [] }).unknown, [
      `${vault} properties.sku.name = premier (not among what the SDK's type says)`,
    ]);
    assert.equal(judgeOne(vault, { properties: { sku: { name: "premium" } } }, { "azure-native": [] }).byType, 1);
  });

  it("a text that the SDK's literals have not", () => {
    const job = "kubernetes:batch/v1:Job";
    assert.deepEqual(judgeOne(job, { kind: "Jobs" }, { kubernetes: [] }).unknown, [
      `${job} kind = Jobs (not among what the SDK's type says)`,
    ]);
  });

  it("a text that the row of its property has not", () => {
    assert.deepEqual(judgeOne(key, { engine: "postgress" }, table).unknown, [
      `${key} engine = postgress (not among what the table says)`,
    ]);
    assert.deepEqual(judgeOne(key, { parameters: [{ name: "lag_connections" }] }, table).unknown, [
      `${key} parameters.*.name = lag_connections (not among what the table says)`,
    ]);
    const { unknown, byTable, used } = judgeOne(key, { engine: "postgres", parameters: [{ name: "log_x" }] }, table);
    assert.deepEqual([unknown, byTable, [...used]], [[], 2, table.aws]);
  });

  for (const [property, text] of [
    ["storageClass", "hot"],
    ["identifier", "SOME_CONSTANT"],
    ["retention", "30d"],
    ["when", "0 3 * * *"],
    ["document", '{"rules":[{"action":"expire"}]}'],
  ] as const) {
    it(`an enumerated one that no row has: ${property} ${text}`, () => {
      assert.equal(judgeOne(key, { [property]: text }, { aws: [] }).unknown.length, 1);
    });
  }

  it("but names, prose, what the application says, secrets, and what another resource is called", () => {
    const inputs = {
      name: "fixture-prod",
      description: "NOT_A_VALUE",
      tags: { kind: "web" },
      environment: [{ name: "LOG_LEVEL" }],
      accessKey: "[secret]",
      backupPolicy: "key-0123456789ab",
    };
    const other = { ...resource("aws:kms/key:Key", {}), id: "key-0123456789ab" };
    const { unknown, references } = judge([[other, resource(key, inputs)]], { aws: [] });
    assert.deepEqual([unknown, references], [[], 1]);
  });
});

function row(type: string, property: string, values: DocumentedValue["values"]): DocumentedValue {
  return { type, property, values, source: "a page" };
}

function named({ type, property }: DocumentedValue): string {
  return `${type} ${property}`;
}

function judgeOne(
  type: string,
  inputs: PlanResource["inputs"],
  table: Readonly<Record<string, readonly DocumentedValue[]>>,
): Judgement {
  return judge([[resource(type, inputs)]], table);
}

function resource(type: string, inputs: PlanResource["inputs"]): PlanResource {
  return {
    op: "create",
    urn: `urn:pulumi:s::p::${type}::r`,
    type,
    name: "r",
    custom: true,
    inputs,
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    provider: "",
    ignoreChanges: [],
    aliases: [],
  };
}
