import { canonicalType } from "../protocol/canonical-type";

/** A resource that is judged. */
export interface Subject {
  /** Its canonical type. */
  type: string;
  name: string;
  urn: string;
  /** As the policy server hands them over: reading what is unknown throws. */
  properties: unknown;
  protect: boolean;
  /** What its properties were made of: URNs by property. */
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** A subject of what is known of it. */
export function subjectOf(facts: Omit<Subject, "propertyDependencies"> & Partial<Subject>): Subject {
  return { propertyDependencies: {}, ...facts, type: canonicalType(facts.type) };
}
