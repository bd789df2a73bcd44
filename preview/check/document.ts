import type { AnalyzedResource } from "../engine/analyzer-requests";
import type { WireObject } from "../engine/wire";
import type { SourcePosition } from "../plan/judged";

/** A resource that a file holds. */
export interface CheckedResource {
  type: string;
  name: string;
  urn: string;
  /** What its author wrote. */
  inputs: WireObject;
  /** What the cloud made of it, where the file has it. */
  outputs: WireObject;
  parent?: string;
  /** False for components, which have no life of their own in the cloud. */
  custom: boolean;
  /** What makes it, where it is custom. */
  provider?: AnalyzedResource["provider"];
  protect: boolean;
  dependencies: readonly string[];
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  source: SourcePosition;
  /** The line of a property in the file, or of the last one above it that is there; undefined where the file tells no lines. */
  lineOf?: (property: string) => number;
}

/** What a file holds: a stack, or manifests. */
export interface CheckedStack {
  /** Name of the stack; none for manifests. */
  stack?: string;
  project: string;
  resources: CheckedResource[];
}
