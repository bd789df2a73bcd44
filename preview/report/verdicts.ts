import type { createColors } from "picocolors";
import { nameOf } from "../engine/urn";
import type { Judged } from "../plan/judged";
import { isBlocking, type Note, type PolicyOutcome, type Violation } from "../plan/plan";
import { wrapped } from "./wrap";

export type Paint = ReturnType<typeof createColors>;

const width = 80;

/** What the packs said, for a terminal. */
export function verdictLines(policy: PolicyOutcome, paint: Paint): string[] {
  if (policy.packs.length === 0) return ["Policies: none were asked"];
  const packs = policy.packs.map(({ name, version, rules }) => `${name} ${version} (${rules} rules)`).join(", ");
  const verdict =
    policy.violations.length === 0
      ? [`Policies: ${packs}: ${paint.green("all satisfied")}`]
      : [
          ...wrapped(`Policies: ${packs}`, width),
          ...policy.violations.flatMap((violation) => verdictOf(violation, paint)),
        ];
  return [...verdict, ...noteLines(policy.notes, paint)];
}

function verdictOf(violation: Violation, paint: Paint): string[] {
  const level = isBlocking(violation) ? paint.red("mandatory") : paint.yellow(violation.enforcementLevel);
  return [
    `  ${level} ${violation.policy} (${violation.severity})`,
    ...wrapped(`${nameOf(violation.urn)}: ${violation.message}`, width, 4),
  ];
}

/** Exemptions one by one; what could not be judged yet as a number, for a real preview has much of it. */
function noteLines(notes: readonly Note[], paint: Paint): string[] {
  const undetermined = notes.filter(({ policy }) => policy === "undetermined");
  const others = notes.filter(({ policy }) => policy !== "undetermined");
  return [
    ...others.flatMap(({ policy, urn, message }) => [
      `  ${paint.cyan("note")} ${policy}`,
      ...wrapped(`${nameOf(urn)}: ${message}`, width, 4),
    ]),
    ...(undetermined.length === 0
      ? []
      : [`  ${counted(undetermined.length, "resource")} not wholly judged before the update (--format json has them)`]),
  ];
}

/** The verdicts on what files hold, for a terminal. */
export function judgedReport(judged: readonly Judged[], paint: Paint): string {
  return judged
    .map(({ stack, resources, policy }) => {
      const blocking = policy.violations.filter(isBlocking).length;
      const words = blocking > 0 ? paint.red(counted(blocking, "mandatory violation")) : "no mandatory violation";
      const advice = policy.violations.length - blocking;
      return [
        paint.bold(stack),
        verdictLines(policy, paint).join("\n"),
        `${counted(resources.length, "resource")} judged, ${words}${advice > 0 ? `, ${advice} advisory` : ""}`,
      ].join("\n\n");
    })
    .join("\n\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
