/** Properties of a claim's kind that no rule judges. In types and properties `*` is anything. */
export interface Exclusion {
  types: readonly string[];
  properties: readonly string[];
  /** Why, as a sentence; a limit is called one. */
  why: string;
}

/** Types of a family that a rule does not judge, though it judges another one. In rules and types `*` is anything. */
export interface RuleExclusion {
  rules: readonly string[];
  types: readonly string[];
  /** Why, as a sentence; a limit is called one. */
  why: string;
}
