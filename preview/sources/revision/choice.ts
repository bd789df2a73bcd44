/** The stacks of a run. */
export interface StackChoice {
  /** Stacks that are previewed. */
  present: string[];
  /** Stacks that only the base has: all their resources are deleted. */
  gone: string[];
  /** Remarks on the choice, for the reader. */
  words: string[];
}
