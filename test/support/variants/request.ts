import type { Topology } from "../../../components/contract";
import type { ResourceChange } from "../../../preview/model/change";
import type { Plan } from "../../../preview/model/plan";
import type { WireObject } from "../../../preview/model/wire";

/** Topologies of one cloud whose plans are asked for. */
export interface VariantRequest {
  /** Config of the provider by `namespace:key`. */
  config: Readonly<Record<string, string>>;
  /** By names of one's own. */
  topologies: Readonly<Record<string, Topology>>;
  /** Values of external secrets by variant and secret; where left out, each is a text of its name. */
  secretValues?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the cloud answers, by type of resource, beside what is made up. With it the program runs as in an update. */
  answers?: Readonly<Record<string, WireObject>>;
  /** Which variants are compared: from, to. Secrets can be compared in the process that made them only. */
  compared: readonly (readonly [from: string, to: string])[];
}

/** What there is of them. */
export interface VariantAnswer {
  plans: Readonly<Record<string, Plan>>;
  /** What changes, in the order of the request. */
  changes: readonly (readonly ResourceChange[])[];
}
