import assert from "node:assert/strict";
import type { ResourceChange } from "../../../preview/model/change";
import { stackNamed } from "../../support/fixture/stacks";
import { Host } from "../host/host";
import type { Foretold } from "../host/messages";
import { changedBy, differencesBetween, happenedTo } from "../lives/held-against";
import { lifeStack } from "../lives/life-stack";
import type { Changes } from "../lives/steps";
import type { Ended, EngineStack } from "../support/stack";
import { count } from "../support/tally";
import { replicasOf, scale } from "./autoscalers";
import type { Cluster } from "./cluster";
import { Kubelet } from "./kubelet";
import { leftOf } from "./left";
import { withoutNewPods } from "./no-pods";
import { Operators } from "./operators";
import { unmetReferences } from "./references";
import { rolledOut } from "./rollouts";
import { Story, type StoryStep } from "./story";
import { unavailable, unreadyInState } from "./unready";

/** Where a life is lived. */
export interface Place {
  bin: string;
  /** Folder of plugins, without one for Kubernetes. */
  plugins: string;
  kubeconfig: string;
  cluster: Cluster;
}

/**
 * The life of a stack with Pulumi's own engine and provider on a cluster whose operators are played, from nothing to nothing, twice. After
 * each command what the offline preview foretold is what happened, resource by resource; Pods found what they read; what autoscalers
 * have set is still set.
 */
export function clusterLife(name: string, changes: Changes, place: () => Place): Story {
  let lived: Lived | undefined;
  const life = (): Lived => {
    if (lived === undefined) throw new Error(`${name} has not begun`);
    return lived;
  };
  const steps: StoryStep[] = [
    {
      name: "first up",
      async run() {
        lived = await Lived.begin(name, changes, place());
        await lived.becomes(0);
      },
    },
    { name: "up again changes nothing", run: () => life().stays("up") },
    { name: "refresh changes nothing", run: () => life().stays("refresh") },
    { name: "a refresh while autoscalers scale takes nothing back", run: () => life().isScaling() },
    { name: "what autoscalers set is not set back", run: () => life().isScaled() },
    ...changes.slice(1).map(({ name }, index) => ({ name, run: () => life().becomes(index + 1) })),
    { name: "destroy leaves nothing", run: () => life().isDestroyed() },
    { name: "the same from the start", run: () => life().isBackAgain() },
    {
      name: "destroyed again",
      async run() {
        await life().isDestroyed();
        count({ lives: 1 });
      },
    },
  ];
  return new Story(`a life of ${name} on a cluster`, steps, async () => lived?.stop());
}

class Lived {
  private scaled: ReadonlyMap<string, number> = new Map();

  private constructor(
    private readonly stack: EngineStack,
    private readonly changes: Changes,
    private readonly foretold: Foretold,
    private readonly host: Host,
    private readonly cluster: Cluster,
    private readonly players: readonly { stop(): Promise<void> }[],
  ) {}

  static async begin(name: string, changes: Changes, { bin, plugins, kubeconfig, cluster }: Place): Promise<Lived> {
    const namespace = changes[0].topology.context.name;
    // An earlier test may have left it to be deleted, with Pods that only a kubelet lets go.
    const players = [new Operators(cluster, namespace), new Kubelet(cluster, namespace)];
    assert.deepEqual(await leftOf(cluster, namespace), [], "the cluster has it already");
    const host = await Host.start();
    const stack = await lifeStack(name, { bin, plugins, client: withoutKubernetes(host.client) });
    stack.env.KUBECONFIG = kubeconfig;
    await host.ask({ ask: "life", accounts: stack.accounts });
    const steps = changes.map(({ topology, secretValues }) => ({ topology, secretValues }));
    const foretold = await host.ask({ ask: "foretell", config: stackNamed(name).config, steps });
    count({ livesBegun: 1 });
    return new Lived(stack, changes, foretold, host, cluster, players);
  }

  /** The next step, and all that is to happen in it. */
  async becomes(index: number): Promise<void> {
    const [change, said] = [this.changes[index], this.foretold.changes[index]];
    assert.ok(change !== undefined && said !== undefined);
    const { topology, secretValues } = change;
    await this.host.ask({ ask: "step", step: { topology, secretValues } });
    await this.compare(said, await this.stack.up());
    await this.isWell();
  }

  /** A command that has nothing to do. */
  async stays(command: "up" | "refresh"): Promise<void> {
    const ended = await this.stack[command]("--expect-no-changes");
    assertWell(ended);
    const others = changedBy(ended.steps);
    count({ commands: 1, resources: happenedTo(ended.steps).size, differences: others.length });
    assert.deepEqual(others, []);
    await this.isWell();
  }

  /**
   * As under load, while the new Pods are still awaited. A refresh finds those Deployments not ready and keeps that in the state; for that
   * alone the next `up` updates each of them once, with what it has.
   */
  async isScaling(): Promise<void> {
    const { cluster, namespace, stack } = this;
    const short = await withoutNewPods(cluster, namespace, async () => {
      this.scaled = await scale(cluster, namespace, 1);
      assert.ok(this.scaled.size > 0, "there is no autoscaler");
      const names = await unavailable(cluster, namespace, this.scaled.keys());
      assertWell(await stack.refresh());
      return names;
    });
    const unready = await unreadyInState(stack);
    assert.deepEqual([...unready.values()].sort(), short.sort());
    await this.isWell();
    const ended = await stack.up();
    assertWell(ended);
    count({ commands: 2, resources: happenedTo(ended.steps).size });
    assert.deepEqual(new Map(changedBy(ended.steps)), new Map([...unready.keys()].map((place) => [place, "update"])));
    await this.isWell();
  }

  /** As under less load, after an `up` that may have taken the count for Pulumi's own. */
  async isScaled(): Promise<void> {
    this.scaled = await scale(this.cluster, this.namespace, 0);
    await this.isWell();
    await this.stays("refresh");
    await this.stays("up");
  }

  async isDestroyed(): Promise<void> {
    await this.compare(this.foretold.end, await this.stack.destroy());
    this.scaled = new Map();
    assert.deepEqual(await leftOf(this.cluster, this.namespace), []);
  }

  async isBackAgain(): Promise<void> {
    await this.compare(this.foretold.again, await this.stack.up());
    await this.isWell();
  }

  async stop(): Promise<void> {
    try {
      for (const player of this.players) await player.stop();
    } finally {
      this.host.stop();
      this.stack.remove();
    }
  }

  private get namespace(): string {
    return this.changes[0].topology.context.name;
  }

  private async compare(said: readonly ResourceChange[], ended: Ended): Promise<void> {
    assertWell(ended);
    const differences = differencesBetween(said, ended.steps);
    count({ commands: 1, resources: happenedTo(ended.steps).size, differences: differences.length });
    assert.deepEqual(differences, []);
  }

  private async isWell(): Promise<void> {
    await rolledOut(this.cluster, this.namespace);
    assert.deepEqual(await unmetReferences(this.cluster, this.namespace), []);
    assert.deepEqual(await replicasOf(this.cluster, this.namespace, this.scaled.keys()), this.scaled);
  }
}

/** Kubernetes' provider is Pulumi's own. */
function withoutKubernetes({ option, providers }: Host["client"]): Host["client"] {
  const others = providers.split(",").filter((provider) => !provider.startsWith("kubernetes:"));
  return { option, providers: others.join(",") };
}

function assertWell({ code, errors, output }: Ended): void {
  assert.deepEqual([...errors], []);
  assert.equal(code, 0, output);
}
