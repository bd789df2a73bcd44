import type { CustomTimeouts, Operation, ResourceHooks } from "../../model/plan";
import type { Wire, WireObject } from "../../model/wire";

/** A resource as the engine holds it while the program runs: with its secrets. */
export interface ResourceState {
  op: Operation;
  urn: string;
  type: string;
  name: string;
  custom: boolean;
  parent: string;
  id: string;
  inputs: WireObject;
  outputs: WireObject;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  protect: boolean;
  provider: string;
  ignoreChanges: string[];
  aliases: string[];
  additionalSecretOutputs: string[];
  deleteBeforeReplace?: boolean;
  retainOnDelete?: boolean;
  replaceOnChanges: string[];
  /** Paths whose values a difference does not show. */
  hideDiff: string[];
  /** URN of a resource whose deletion deletes this one too; empty if there is none. */
  deletedWith: string;
  /** URNs of resources whose replacement replaces this one too. */
  replaceWith: string[];
  /** A value whose change replaces it; with its secret marks. */
  replacementTrigger?: Wire;
  customTimeouts?: CustomTimeouts;
  hooks?: ResourceHooks;
  /** Names of the hooks that run after it is made. */
  afterCreate?: string[];
  /** Address of the source file, with the line, if the SDK sends it. */
  position?: { uri: string; line: number };
}
