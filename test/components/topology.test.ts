import assert from "node:assert/strict";
import { type TargetName, targetNames } from "../../components/targets";
import type { Plan, PlanResource } from "../../preview/model/plan";
import { conceptOf } from "../support/concept";
import { resourceOf } from "../support/plan-queries";
import { planOf } from "../support/plans";

/** The components of the topology, which are the same on every cloud. */
const concepts: [kind: string, name: string][] = [
  ["Cdn", "fixture-prod-cdn"],
  ["Compute", "fixture-prod-compute"],
  ["Identity", "fixture-prod-identity"],
  ["Images", "fixture-prod-images"],
  ["Network", "fixture-prod-network"],
  ["Postgres", "fixture-prod-postgres"],
  ["Redis", "fixture-prod-redis-cache"],
  ["Redis", "fixture-prod-redis-queue"],
  ["Secrets", "fixture-prod-secrets"],
  ["Storage", "fixture-prod-storage"],
];

/** What one cloud needs beside them. */
const own: Partial<Record<TargetName, typeof concepts>> = { gcp: [["Apis", "fixture-prod-apis"]] };

function topologyOf(plan: Plan): PlanResource {
  return resourceOf(plan, "isotopo:index:AppTopology", "fixture-prod");
}

describe("topology", () => {
  for (const cloud of targetNames) {
    describe(cloud, () => {
      const all = [...(own[cloud] ?? []), ...concepts];
      let plan: Plan;
      before(async () => {
        plan = await planOf(`fixture-${cloud}-prod`);
      });

      it("is one component under the stack, and the concepts under it", () => {
        const components = plan.resources.filter(({ custom }) => !custom);
        const nameOf = new Map(components.map(({ urn, name }) => [urn, name]));
        assert.deepEqual(
          components.map(({ type, name, parent }) => [type, name, nameOf.get(parent ?? "")]),
          [
            ["pulumi:pulumi:Stack", `isotopo-fixture-${cloud}-prod`, undefined],
            ["isotopo:index:AppTopology", "fixture-prod", `isotopo-fixture-${cloud}-prod`],
            ...all.map(([kind, name]) => [`isotopo:${cloud}:${kind}`, name, "fixture-prod"]),
          ],
        );
      });

      it("makes resources under the concepts only", () => {
        const owners = new Set(all.map(([, name]) => name));
        const nameOf = new Map(plan.resources.map(({ urn, name }) => [urn, name]));
        for (const { custom, type, parent, urn } of plan.resources) {
          if (!custom || type.startsWith("pulumi:providers:")) continue;
          assert.ok(owners.has(nameOf.get(parent ?? "") ?? ""), urn);
        }
      });

      it("shows what was decided, and where", () => {
        const { topology, origins } = topologyOf(plan).inputs;
        assert.deepEqual(Object.keys(topology as object).sort(), [
          "compute",
          "context",
          "edge",
          "images",
          "network",
          "platform",
          "postgres",
          "redis",
          "secrets",
          "storage",
        ]);
        const said = new Set(Object.values(origins as Record<string, string>));
        assert.deepEqual([...said].sort(), ["app", "default", "environment", "stack"]);
      });

      it("says what its components say", async () => {
        const outputs = async (name: string) => (await conceptOf(`fixture-${cloud}-prod`, name)).outputs;
        assert.deepEqual(topologyOf(plan).outputs, {
          url: (await outputs("edge")).url,
          postgresHost: (await outputs("postgres")).host,
          redisHosts: { cache: (await outputs("redis-cache")).host, queue: (await outputs("redis-queue")).host },
          buckets: (await outputs("storage")).bucketNames,
        });
      });

      it("the stack says where the application is", () => {
        assert.deepEqual(plan.stackOutputs, {
          url: "https://fixture.example",
          hosts: ["fixture.example", "www.fixture.example", "api.fixture.example"],
        });
      });
    });
  }

  it("has one Redis where the environment asks for one", async () => {
    const { resources } = await planOf("fixture-kubernetes-dev");
    const instances = resources.filter(({ type }) => type === "isotopo:kubernetes:Redis").map(({ name }) => name);
    assert.deepEqual(instances, ["fixture-dev-redis-cache"]);
  });

  it("on Kubernetes says addresses of the namespace", async () => {
    assert.deepEqual(topologyOf(await planOf("fixture-kubernetes-prod")).outputs, {
      url: "https://fixture.example",
      postgresHost: "postgres-rw.fixture-prod.svc",
      redisHosts: { cache: "redis-cache.fixture-prod.svc", queue: "redis-queue.fixture-prod.svc" },
      buckets: {
        uploads: "fixture-prod-uploads",
        assets: "fixture-prod-assets",
        exports: "fixture-prod-exports",
      },
    });
  });
});
