import type { Operation, ResourceHooks } from "../../model/plan";
import type { WireObject } from "../../model/wire";

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
  /** URN of a resource whose deletion deletes this one too; empty if there is none. */
  deletedWith: string;
  hooks?: ResourceHooks;
  /** Address of the source file, with the line, if the SDK sends it. */
  position?: { uri: string; line: number };
}
