import assert from "node:assert/strict";
import { join } from "node:path";
import { differencesBetween, happenedTo } from "../lives/held-against";
import { takeStep } from "../lives/life-stack";
import { type Foretold, foretold } from "../lives/offline";
import { type Ended, EngineStack } from "../support/stack";
import { count } from "../support/tally";
import { replicasOf, scaleUp } from "./autoscalers";
import type { ClusterChange, ClusterChanges } from "./changes";
import type { Cluster } from "./cluster";
import { Kubelet } from "./kubelet";
import { leftOf } from "./left";
import { Operators } from "./operators";
import { unmetReferences } from "./references";
import { Story, type StoryStep } from "./story";

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
export function clusterLife(stack: string, changes: ClusterChanges, place: () => Place): Story {
  const [first] = changes;
  const namespace = first.topology.context.name;
  let lived: Lived | undefined;
  const life = (): Lived => {
    if (lived === undefined) throw new Error(`${stack} has not begun`);
    return lived;
  };
  const steps: StoryStep[] = [
    {
      name: "first up",
      async run() {
        lived = await Lived.begin(stack, namespace, changes, place());
        await lived.makesAll(first);
      },
    },
    { name: "up again changes nothing", run: () => life().isSame((stack) => stack.up("--expect-no-changes")) },
    { name: "refresh changes nothing", run: () => life().isSame((stack) => stack.refresh("--expect-no-changes")) },
    { name: "what autoscalers set is not set back", run: () => life().scales() },
    ...changes.slice(1).map((change) => ({ name: change.name, run: () => life().changes(change) })),
    { name: "destroy leaves nothing", run: () => life().ends() },
    { name: "the same from the start", run: () => life().makesAll(changes.at(-1) ?? first) },
    {
      name: "destroyed again",
      async run() {
        await life().ends();
        count({ lives: 1 });
      },
    },
  ];
  return new Story(`a life of ${stack} on a cluster`, steps, async () => lived?.stop());
}

/** A stack that is made on a cluster, of the topology that `takeStep` says. */
export async function clusterStack(
  name: string,
  { bin, plugins, kubeconfig }: Pick<Place, "bin" | "plugins" | "kubeconfig">,
): Promise<EngineStack> {
  const stack = await EngineStack.create({ bin, plugins, name, programDir: join(__dirname, "program"), config: {} });
  stack.env.KUBECONFIG = kubeconfig;
  return stack;
}

class Lived {
  private scaled: ReadonlyMap<string, number> = new Map();

  private constructor(
    private readonly stack: EngineStack,
    private readonly namespace: string,
    private readonly said: Foretold,
    private readonly cluster: Cluster,
    private readonly players: readonly { stop(): Promise<void> }[],
  ) {}

  static async begin(
    name: string,
    namespace: string,
    changes: readonly ClusterChange[],
    { bin, plugins, kubeconfig, cluster }: Place,
  ): Promise<Lived> {
    // An earlier test may have left it to be deleted, with Pods that only a kubelet lets go.
    const players = [new Operators(cluster, namespace), new Kubelet(cluster, namespace)];
    assert.deepEqual(await leftOf(cluster, namespace), [], "the cluster has it already");
    const said = await foretold(name, changes);
    const stack = await clusterStack(name, { bin, plugins, kubeconfig });
    count({ livesBegun: 1 });
    return new Lived(stack, namespace, said, cluster, players);
  }

  async makesAll(change: ClusterChange): Promise<void> {
    takeStep(this.stack, change);
    const ended = await this.stack.up();
    endedWell(ended);
    assert.deepEqual([...new Set(happenedTo(ended.steps).values())], ["create"]);
    await this.isWell();
  }

  async isSame(command: (stack: EngineStack) => Promise<Ended>): Promise<void> {
    endedWell(await command(this.stack));
    await this.isWell();
  }

  async scales(): Promise<void> {
    this.scaled = await scaleUp(this.cluster, this.namespace);
    assert.ok(this.scaled.size > 0, "there is no autoscaler");
    await this.isSame((stack) => stack.up("--expect-no-changes"));
  }

  async changes(change: ClusterChange): Promise<void> {
    takeStep(this.stack, change);
    const ended = await this.stack.up();
    endedWell(ended);
    const differences = differencesBetween(this.said.changes.get(change.name) ?? [], ended.steps);
    count({ commands: 1, resources: happenedTo(ended.steps).size, differences: differences.length });
    assert.deepEqual(differences, []);
    await this.isWell();
  }

  async ends(): Promise<void> {
    endedWell(await this.stack.destroy());
    this.scaled = new Map();
    assert.deepEqual(await leftOf(this.cluster, this.namespace), []);
  }

  async stop(): Promise<void> {
    try {
      for (const player of this.players) await player.stop();
    } finally {
      this.stack.remove();
    }
  }

  private async isWell(): Promise<void> {
    assert.deepEqual(await unmetReferences(this.cluster, this.namespace), []);
    assert.deepEqual(await replicasOf(this.cluster, this.namespace, this.scaled.keys()), this.scaled);
  }
}

function endedWell({ code, errors, output }: Ended): void {
  assert.deepEqual([...errors], [], output);
  assert.equal(code, 0, output);
}
