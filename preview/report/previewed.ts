import type { StackChange } from "../diff/change";
import type { Plan } from "../plan/plan";

/** A stack that was previewed now, or whose preview was read from a file: then only what changes is known. */
export interface Previewed {
  change: StackChange;
  plan?: Plan;
}
