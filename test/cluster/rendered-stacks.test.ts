import assert from "node:assert/strict";
import { topologyOfStack } from "../parity/topologies";
import { kubectl } from "../support/cluster/kubectl";
import { giveDisks, restoreReadiness } from "../support/cluster/simulated-nodes";
import type { Outcome } from "../support/command";
import { kubernetesStacks, manifestsOf } from "../support/rendered";

/** An object as kubectl prints it: what these tests look at. */
interface KubernetesObject {
  kind: string;
  metadata: { name: string; namespace?: string; uid: string; generation?: number; resourceVersion: string };
  spec?: { replicas?: number };
  status?: {
    availableReplicas?: number;
  };
  reason?: string;
  message?: string;
}

describe("rendered stacks on a real API server", function () {
  this.timeout(900_000);

  const manifests = new Map<string, string>();
  const applied = new Map<string, Outcome>();

  // All are applied before any is waited for: a Deployment is available only after its Pods were ready for a while.
  before(async function () {
    if (process.env.KUBECONFIG === undefined) {
      console.log("    skipped: there is no KUBECONFIG");
      this.skip();
    }
    const { code, stderr } = await kubectl(["version"]);
    assert.equal(code, 0, stderr);
    await giveDisks();
    for (const stack of kubernetesStacks) {
      const folder = await manifestsOf(stack);
      manifests.set(stack, folder);
      applied.set(stack, await apply(folder));
    }
  });

  after(() => kubectl(["delete", "namespaces", "--wait=false", ...[...applied.keys()].map(namespaceOf)]));

  it("are there", () => assert.ok(kubernetesStacks.length > 0));

  for (const stack of kubernetesStacks) {
    describe(stack, () => {
      const namespace = namespaceOf(stack);

      it("applies with strict validation", () => {
        const outcome = applied.get(stack);
        assert.equal(outcome?.code, 0, outcome?.stderr);
        assert.equal(outcome.stderr.trim(), "", "a warning, for example of Pod Security");
      });

      it("makes every Deployment available", async () => {
        assert.ok((await objects(namespace, "deployments")).length > 0);
        const waited = await available(namespace);
        const why =
          waited.code === 0 ? "" : (await kubectl(["-n", namespace, "get", "pods,replicasets,events"])).stdout;
        assert.equal(waited.code, 0, `${waited.stderr}${why}`);
      });

      it("has no Pod refused", async () => {
        const refused = (await objects(namespace, "events")).filter(({ reason }) => reason === "FailedCreate");
        assert.deepEqual(
          refused.map(({ message }) => message),
          [],
        );
      });

      it("has its autoscalers, budgets, jobs and cron jobs", async () => {
        const counts = await Promise.all(
          ["hpa", "pdb", "jobs", "cronjobs"].map(
            async (kind) => [kind, (await objects(namespace, kind)).length] as const,
          ),
        );
        const found = Object.fromEntries(counts);
        assert.ok((found.hpa ?? 0) >= 1, "an autoscaler at least: the edge's");
        const { migrations, cronJobs } = topologyOfStack(stack).compute;
        assert.equal(found.jobs, migrations.length); // the roles of the database; the application's own
        assert.equal(found.cronjobs, cronJobs.length);
        assert.ok(stack.endsWith("-dev") || (found.pdb ?? 0) >= 1);
      });

      it("changes nothing when it is applied again", async () => {
        const kinds =
          "deployments,services,configmaps,networkpolicies,hpa,pdb,cronjobs,jobs,pvc,clusters.postgresql.cnpg.io,gateways,httproutes,certificates,externalsecrets";
        const before = generations(await objects(namespace, kinds));
        const again = await apply(manifests.get(stack) ?? "");
        assert.equal(again.code, 0, again.stderr);
        assert.deepEqual(generations(await objects(namespace, kinds)), before);
      });
    });
  }
});

function namespaceOf(stack: string): string {
  return stack.replace("-kubernetes-", "-");
}

/** Waits for all Deployments of a namespace, three minutes at most. */
async function available(namespace: string): Promise<Outcome> {
  const wait = ["-n", namespace, "wait", "deployments", "--all", "--for=condition=Available", "--timeout=20s"];
  let waited = await kubectl(wait);
  for (let i = 0; i < 8 && waited.code !== 0; i++) {
    await restoreReadiness();
    waited = await kubectl(wait);
  }
  return waited;
}

function apply(manifests: string): Promise<Outcome> {
  return kubectl(["apply", "--server-side", "--validate=strict", "-R", "-f", manifests]);
}

async function objects(namespace: string, kinds: string): Promise<KubernetesObject[]> {
  const { code, stdout, stderr } = await kubectl(["-n", namespace, "get", kinds, "-o", "json"]);
  assert.equal(code, 0, stderr);
  const list: { items: KubernetesObject[] } = JSON.parse(stdout);
  return list.items;
}

/** What a change of an object's specification changes; status moves by itself. */
function generations(list: KubernetesObject[]): string[] {
  return list
    .map(({ kind, metadata }) => `${kind}/${metadata.name} ${metadata.uid} ${metadata.generation ?? "-"}`)
    .sort();
}
