import * as pulumi from "@pulumi/pulumi";
import type { BuiltTopology, TopologyInputs } from "./build";
import type { Builder } from "./clouds";
import type { Topology } from "./contract/topology";

/** Where a value of the topology was decided. */
export type Origin = "app" | "environment" | "stack" | "default";

/** What an application's topology is made from. */
export interface AppTopologyArgs {
  topology: Topology;
  /** Origin of each value, by its dotted path. */
  origins: Readonly<Record<string, Origin>>;
  secretValues: TopologyInputs["secretValues"];
  /** The chosen cloud, from `loadCloud`. */
  build: Builder;
}

/**
 * The whole application on one cloud. Its inputs are the resolved topology itself, so a preview shows what was decided
 * and `isotopo show` can say where.
 */
export class AppTopology extends pulumi.ComponentResource implements BuiltTopology {
  readonly url: pulumi.Output<string>;
  readonly postgresHost: pulumi.Output<string>;
  readonly redisHosts: Record<string, pulumi.Output<string>>;
  readonly buckets: Readonly<Record<string, pulumi.Output<string>>>;
  readonly repositories: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: AppTopologyArgs, opts?: pulumi.ComponentResourceOptions) {
    const { topology, origins, secretValues, build } = args;
    super("isotopo:index:AppTopology", name, { topology, origins }, opts);
    const built = build({ topology, secretValues, parent: this });
    this.url = built.url;
    this.postgresHost = built.postgresHost;
    this.redisHosts = built.redisHosts;
    this.buckets = built.buckets;
    this.repositories = built.repositories;
    this.registerOutputs({ ...built });
  }
}
