import type { PolicyOutcome } from "../../../preview/model/plan";

/** What policies found, a line each, in an order that hangs on nothing else. */
export function verdictsOf({ violations }: PolicyOutcome): string[] {
  return violations
    .map(({ enforcementLevel, severity, policy, urn, message }) =>
      [enforcementLevel, policy, severity, urn, message].join(" "),
    )
    .sort();
}

/** What they noted, in the same form. */
export function notesOf({ notes }: PolicyOutcome): string[] {
  return notes.map(({ policy, urn, message }) => [policy, urn, message].join(" ")).sort();
}
