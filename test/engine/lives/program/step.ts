import type { Topology } from "../../../../components/contract";

/** What a step of a life has its program build. */
export interface LifeStep {
  topology: Topology;
  /** Values of external secrets, by name; where left out, each is a text of its name. */
  secretValues: Record<string, string>;
  /** A fix that is taken back, or not: what happens meanwhile does. `step` counts from 0. */
  fix?: { id: string; isTakenBack: boolean; step: number };
  /** A file to which the program writes when it throws an error, in milliseconds; none where it is left out. */
  mistake?: string;
}
