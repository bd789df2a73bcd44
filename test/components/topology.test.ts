import assert from "node:assert/strict";
import { type TargetName, targetNames } from "../../components/targets";
import type { Plan, PlanResource } from "../../preview/model/plan";
import { conceptOf } from "../support/concept";
import { resourceOf } from "../support/plan-queries";
import { planOf } from "../support/plans";

/** The components of the topology, which are the same on every cloud. */
const concepts: [kind: string, name: string][] = [
  ["Cdn", "icosistem-prod-cdn"],
  ["Compute", "icosistem-prod-compute"],
  ["Identity", "icosistem-prod-identity"],
  ["Images", "icosistem-prod-images"],
  ["Network", "icosistem-prod-network"],
  ["Postgres", "icosistem-prod-postgres"],
  ["Redis", "icosistem-prod-redis-cache"],
  ["Redis", "icosistem-prod-redis-queue"],
  ["Secrets", "icosistem-prod-secrets"],
  ["Storage", "icosistem-prod-storage"],
];

/** What one cloud needs beside them. */
const own: Partial<Record<TargetName, typeof concepts>> = { gcp: [["Apis", "icosistem-prod-apis"]] };

function topologyOf(plan: Plan): PlanResource {
  return resourceOf(plan, "isotopo:index:AppTopology", "icosistem-prod");
}

describe("topology", () => {
  for (const cloud of targetNames) {
    describe(cloud, () => {
      const all = [...(own[cloud] ?? []), ...concepts];
      let plan: Plan;
      before(async () => {
        plan = await planOf(`icosistem-${cloud}-prod`);
      });

      it("is one component under the stack, and the concepts under it", () => {
        const components = plan.resources.filter(({ custom }) => !custom);
        const nameOf = new Map(components.map(({ urn, name }) => [urn, name]));
        assert.deepEqual(
          components.map(({ type, name, parent }) => [type, name, nameOf.get(parent ?? "")]),
          [
            ["pulumi:pulumi:Stack", `isotopo-icosistem-${cloud}-prod`, undefined],
            ["isotopo:index:AppTopology", "icosistem-prod", `isotopo-icosistem-${cloud}-prod`],
            ...all.map(([kind, name]) => [`isotopo:${cloud}:${kind}`, name, "icosistem-prod"]),
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
        const outputs = async (name: string) => (await conceptOf(`icosistem-${cloud}-prod`, name)).outputs;
        assert.deepEqual(topologyOf(plan).outputs, {
          url: (await outputs("edge")).url,
          postgresHost: (await outputs("postgres")).host,
          redisHosts: { cache: (await outputs("redis-cache")).host, queue: (await outputs("redis-queue")).host },
          buckets: (await outputs("storage")).bucketNames,
        });
      });

      it("the stack says where the application is", () => {
        assert.deepEqual(plan.stackOutputs, {
          url: "https://icosistem.example",
          hosts: ["icosistem.example", "www.icosistem.example"],
        });
      });
    });
  }

  it("has one Redis where the environment asks for one", async () => {
    const { resources } = await planOf("icosistem-kubernetes-dev");
    const instances = resources.filter(({ type }) => type === "isotopo:kubernetes:Redis").map(({ name }) => name);
    assert.deepEqual(instances, ["icosistem-dev-redis-cache"]);
  });

  it("on Kubernetes says addresses of the namespace", async () => {
    assert.deepEqual(topologyOf(await planOf("icosistem-kubernetes-prod")).outputs, {
      url: "https://icosistem.example",
      postgresHost: "postgres-rw.icosistem-prod.svc",
      redisHosts: { cache: "redis-cache.icosistem-prod.svc", queue: "redis-queue.icosistem-prod.svc" },
      buckets: { uploads: "icosistem-prod-uploads" },
    });
  });
});
