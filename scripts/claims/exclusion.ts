/** Properties of a claim's kind that no rule judges. In types and properties `*` is anything. */
export interface Exclusion {
  types: readonly string[];
  properties: readonly string[];
  /** Why, as a sentence; a limit is called one. */
  why: string;
}
