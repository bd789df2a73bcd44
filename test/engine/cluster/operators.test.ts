import assert from "node:assert/strict";
import { join } from "node:path";
import { targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import { unprotected } from "../../support/removal/unprotected";
import { happenedTo } from "../lives/held-against";
import { takeStep } from "../lives/life-stack";
import { shippedLife } from "../lives/steps";
import { type Ended, EngineStack } from "../support/stack";
import { onTestCluster } from "./changes";
import { Kubelet } from "./kubelet";
import { leftOf } from "./left";
import { Operators } from "./operators";
import { onCluster } from "./place";

/** As long as an operator is waited for here; Pulumi's own patience is ten minutes. */
const patienceSeconds = 15;

const name = "fixture-kubernetes-staging";

describe("operators that are slow or fail", function () {
  this.timeout(600_000);
  onCluster((place) => {
    const shipped = shippedLife(topologyOfStack(name), targets.kubernetes);
    const topology = unprotected(onTestCluster(shipped)[0].topology);
    const namespace = topology.context.name;
    let stack: EngineStack;
    let operators: Operators;
    let kubelet: Kubelet;

    before(async () => {
      const { bin, plugins, kubeconfig, cluster } = place();
      [operators, kubelet] = [new Operators(cluster, namespace), new Kubelet(cluster, namespace)];
      assert.deepEqual(await leftOf(cluster, namespace), [], "the cluster has it already");
      const programDir = join(__dirname, "program");
      stack = await EngineStack.create({ bin, plugins, name, programDir, config: {} });
      Object.assign(stack.env, { KUBECONFIG: kubeconfig, LIFE_PATIENCE: String(patienceSeconds) });
      takeStep(stack, { topology, secretValues: {} });
    });
    after(async () => {
      await Promise.all([operators?.stop(), kubelet?.stop()]);
      stack?.remove();
    });

    const failedBy = ({ code, errors, output }: Ended): string => {
      assert.notEqual(code, 0, output);
      return errors.join("\n");
    };
    const endedWell = ({ code, errors, output }: Ended): void => {
      assert.deepEqual([...errors], [], output);
      assert.equal(code, 0, output);
    };

    it("one that is unready and one that failed end `up` in bounded time, by name; what does not need them is made", async () => {
      operators.tell("certificates", "redis-cache", "unready");
      operators.tell("externalsecrets", "object-storage", "failed");
      const began = Date.now();
      const ended = await stack.up();
      const seconds = (Date.now() - began) / 1000;
      const said = failedBy(ended);
      assert.deepEqual(ended.failed.map(({ urn }) => nameOf(urn)).sort(), [
        "fixture-staging-redis-cache-certificate",
        "fixture-staging-storage-credentials",
      ]);
      for (const { urn } of ended.failed) assert.ok(said.includes(urn), said);
      assert.match(said, /failed to fully initialize or become live: timed out waiting for the condition/);
      assert.ok(seconds < 4 * patienceSeconds, `${seconds} s`);
      const made = new Set([...happenedTo(ended.steps).keys()].map(nameOf));
      assert.ok(made.has("fixture-staging-postgres-cluster"), "the database does not wait for them");
      assert.ok(!made.has("fixture-staging-redis-cache-server"), "Redis has no certificate");
      assert.ok(!made.has("fixture-staging-compute-web"), "a service would not start");
    });

    it("says why one failed, in the operator's words", async () => {
      const again = await stack.up();
      failedBy(again);
      assert.match(again.output, /UpdateFailed/);
    });

    it("a late one is waited for, and the next `up` makes what was missing", async () => {
      operators.tell("certificates", "redis-cache", { lateSeconds: 5 });
      operators.tell("externalsecrets", "object-storage", undefined);
      endedWell(await stack.up());
      endedWell(await stack.up("--expect-no-changes"));
    });

    it("a migration that failed ends `up` by its name, and is run again by the next", async () => {
      const { cluster } = place();
      const again = structuredClone(topology);
      for (const migration of again.compute.migrations) Object.assign(migration, { run: 2, timeoutSeconds: 5 });
      takeStep(stack, { topology: again, secretValues: {} });
      // No Pod is let in, so that the Job runs out of its time.
      const quota = { kind: "resourcequotas", name: "no-pods", fields: { spec: { hard: { pods: "0" } } } } as const;
      await cluster.apply(namespace, quota, "tests");
      const ended = await stack.up();
      const said = failedBy(ended);
      assert.match(said, /kubernetes:batch\/v1:Job::fixture-staging-compute-/);
      assert.match(said, /DeadlineExceeded/);
      await cluster.delete("resourcequotas", namespace, quota.name);
      endedWell(await stack.up());
    });

    it("destroy leaves nothing", async () => {
      endedWell(await stack.destroy());
      assert.deepEqual(await leftOf(place().cluster, namespace), []);
    });
  });
});

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
