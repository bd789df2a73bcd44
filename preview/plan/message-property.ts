import type { Violation } from "./plan";

/** A message that begins with a property's path says so in a field of its own. */
export function withProperty(violation: Violation): Violation {
  const path = /^([A-Za-z_$][\w$]*(?:\.[\w$-]+|\[[^\]]*\])*) (?:is|are|has|have|can't)\b/.exec(violation.message)?.[1];
  return path === undefined ? violation : { ...violation, property: path };
}
