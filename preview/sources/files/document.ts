import type { AnalyzedResource } from "../../engine/analyzer-requests";
import type { SourcePosition } from "../../model/judged";
import type { WireObject } from "../../model/wire";

/** A resource in a file. */
export interface CheckedResource {
  type: string;
  name: string;
  urn: string;
  /** The inputs, as the author wrote them. */
  inputs: WireObject;
  /** The outputs of the cloud, if the file has them. */
  outputs: WireObject;
  parent?: string;
  /** False for components, which do not exist in the cloud. */
  custom: boolean;
  /** Its provider, if it is custom. */
  provider?: AnalyzedResource["provider"];
  protect: boolean;
  dependencies: readonly string[];
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
  source: SourcePosition;
  /** The line of a property in the file, or of its nearest existing parent; undefined if the file has no lines. */
  lineOf?: (property: string) => number;
}

/** The content of a file: a stack, or manifests. */
export interface CheckedStack {
  /** Name of the stack; none for manifests. */
  stack?: string;
  project: string;
  resources: CheckedResource[];
}
