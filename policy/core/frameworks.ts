import controls from "../frameworks/controls.json";

/**
 * A set of controls that an auditor asks for. `frameworks/controls.json` has the numbers of each, with the source they were
 * read from; a number that is not in it can't be mapped.
 */
export type Framework = keyof typeof controls;

/** What is known of a framework. */
export interface FrameworkFacts {
  /** Where the numbers were read. */
  sources: readonly string[];
  numbers: readonly string[];
}

export const frameworks: Readonly<Record<Framework, FrameworkFacts>> = controls;
