import type { PolicyRule, Violation } from "../plan/plan";

/** What a message of our pack says, taken apart: `path is found; required: X. mend`. */
export interface VerdictWords {
  property: string;
  found: string;
  required: string;
  mend: string;
}

/** A message of another form, as a pack of somebody else may have it, is what was found. */
export function verdictWords({ message, property = "" }: Violation, rule: PolicyRule | undefined): VerdictWords {
  const start = `${property} is `;
  const at = message.indexOf("; required: ");
  if (property === "" || !message.startsWith(start) || at < start.length) {
    return { property, found: message, required: "", mend: rule?.mend ?? "" };
  }
  const rest = message.slice(at + "; required: ".length);
  const known = rule !== undefined && rule.mend !== "" && rest.endsWith(`. ${rule.mend}`);
  const end = known ? rest.length - rule.mend.length - 2 : rest.indexOf(". ");
  return {
    property,
    found: message.slice(start.length, at),
    required: end < 0 ? rest : rest.slice(0, end),
    mend: end < 0 ? "" : rest.slice(end + 2),
  };
}
