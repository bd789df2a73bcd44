import * as pulumi from "@pulumi/pulumi";
import type { Builder, BuiltTopology, Topology, TopologyInputs } from "./contract";

/** Where a value of the topology was decided. */
export type Origin = "app" | "environment" | "stack" | "default";

/** Arguments of an application's topology. */
export interface AppTopologyArgs {
  topology: Topology;
  /** Origin of each value, by its dotted path. */
  origins: Readonly<Record<string, Origin>>;
  secretValues: TopologyInputs["secretValues"];
  registryPasswords: TopologyInputs["registryPasswords"];
  /** Loads the chosen cloud, as `loadTarget` does. */
  load: () => Promise<Builder>;
}

/**
 * The whole application on one cloud. Its inputs are the resolved topology itself, so a preview shows what was decided
 * and `isotopo show` can say where. What is under it is there when `built` has settled, for which its program waits.
 */
export class AppTopology extends pulumi.ComponentResource<BuiltTopology> {
  private readonly args: AppTopologyArgs;

  constructor(name: string, args: AppTopologyArgs, opts?: pulumi.ComponentResourceOptions) {
    const { topology, origins } = args;
    super("isotopo:index:AppTopology", name, { topology, origins }, opts);
    this.args = args;
  }

  /** The outputs for the outside. Rejects if the cloud can't be loaded or refuses the topology. */
  built(): Promise<BuiltTopology> {
    return this.getData();
  }

  /**
   * Called by the constructor of the SDK's class, so `args` is there only after the first wait. To load a cloud's SDK
   * blocks the process: what was decided is registered before.
   */
  protected override async initialize(): Promise<BuiltTopology> {
    await new Promise((done) => this.urn.apply(done));
    const { topology, secretValues, registryPasswords, load } = this.args;
    const build = await load();
    const built = build({ topology, secretValues, registryPasswords, parent: this });
    this.registerOutputs({ ...built });
    return built;
  }
}
