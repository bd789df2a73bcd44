/** The stacks of a run. */
export interface StackChoice {
  /** Those that are previewed. */
  present: string[];
  /** Those that only the base has: all of them is deleted. */
  gone: string[];
  /** What the reader should know of the choice. */
  words: string[];
}
