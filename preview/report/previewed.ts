import type { StackChange } from "../diff/change";
import type { Plan } from "../plan/plan";

/** A stack that was previewed now, or whose preview was read from a file: then only what changes is known. */
export interface Previewed {
  change: StackChange;
  plan?: Plan;
  /** The folder that paths of its files are relative to, where it is another than that of the report. */
  base?: string;
}
