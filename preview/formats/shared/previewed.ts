import type { StackChange } from "../../model/change";
import type { Plan } from "../../model/plan";

/** A stack that was previewed now, or whose preview was read from a file: then only its changes are known. */
export interface Previewed {
  change: StackChange;
  plan?: Plan;
  /** The folder that paths of its files are relative to, if it differs from the report's. */
  base?: string;
}
