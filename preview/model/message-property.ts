import type { Violation } from "./plan";

/**
 * A violation of a pack that sends only sentences, with the path of a property at the start of the sentence: a guess, used
 * for its line in a file. Nothing else is parsed out of a sentence.
 */
export function withProperty(violation: Violation): Violation {
  if (violation.property !== undefined) return violation;
  const path = /^([A-Za-z_$][\w$]*(?:\.[\w$-]+|\[[^\]]*\])*) (?:is|are|has|have|can't)\b/.exec(violation.message)?.[1];
  return path === undefined ? violation : { ...violation, property: path };
}
