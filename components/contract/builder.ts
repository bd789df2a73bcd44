import type * as pulumi from "@pulumi/pulumi";
import type { Topology } from "./topology";

/** Inputs of a topology. */
export interface TopologyInputs {
  topology: Topology;
  /** Values of external secrets that the stack gives, each a Pulumi secret. */
  secretValues: Readonly<Record<string, pulumi.Output<string>>>;
  /** Passwords of the registries at which the stack signs in, by host, each a Pulumi secret. */
  registryPasswords: Readonly<Record<string, pulumi.Output<string>>>;
  /** The component under which everything hangs. */
  parent: pulumi.Resource;
}

/** Outputs of a built topology. */
export interface BuiltTopology {
  /** Undefined without an edge. */
  url?: pulumi.Output<string>;
  /** Undefined without a database. */
  postgresHost?: pulumi.Output<string>;
  redisHosts: Record<string, pulumi.Output<string>>;
  buckets: Readonly<Record<string, pulumi.Output<string>>>;
}

/** Builds a topology on the target that was chosen. */
export type Builder = (inputs: TopologyInputs) => BuiltTopology;
