import { InvalidArgumentError, Option } from "commander";
import type { ResourceChange, StackChange } from "../model/change";
import { isBlocking, type PolicyOutcome, type Violation } from "../model/plan";
import { isInCloud } from "../model/plan-counts";

/** Severities of findings, from the lowest. */
const severities = ["low", "medium", "high", "critical"] as const;
type Severity = (typeof severities)[number];

/** Gates that need a comparison. */
export const ofChanges = ["data-loss", "replace", "delete"] as const;

/** All gates. */
export const gateNames = [...ofChanges, "undetermined", "mandatory", ...severities] as const;
export type GateName = (typeof gateNames)[number];

/** A stack's verdicts, with its changes if they are known. */
export type Gated = { stack: string; policy: PolicyOutcome; changes?: StackChange["changes"] };

/** A gate that closed, with its stack and the reason. */
export interface ClosedGate {
  gate: GateName;
  stack: string;
  by: string[];
}

/** The option `--fail-on`: names in a list with commas, or given again. */
export function failOnOption(): Option {
  const words = `end with 1 on any of these: ${gateNames.join(", ")} (default: mandatory; a severity takes its place, so name mandatory beside it to keep it)`;
  return new Option("--fail-on <what>", words).argParser((text: string, before: GateName[] = []): GateName[] => [
    ...before,
    ...text.split(",").map(gateOf),
  ]);
}

function gateOf(text: string): GateName {
  const found = gateNames.find((name) => name === text.trim());
  if (found === undefined) throw new InvalidArgumentError(`Allowed are ${gateNames.join(", ")}, with commas between.`);
  return found;
}

/**
 * The gates that a stack closes. Mandatory violations close too, unless a severity or `mandatory` is among the gates: gates
 * about changes only add to that. A severity replaces it: findings of that severity and above close, whatever their level,
 * and those below do not. For a pack without severities, the level decides.
 */
export function closedGates(stack: Gated, gates: readonly GateName[] = []): ClosedGate[] {
  const all: GateName[] = gates.some(isOfPolicies) ? [...gates] : [...gates, "mandatory"];
  return gateNames
    .filter((gate) => all.includes(gate))
    .map((gate) => ({ gate, stack: stack.stack, by: closedBy(stack, gate) }))
    .filter(({ by }) => by.length > 0);
}

/** The closed gates: a line for each stack and gate. */
export function gateWords({ gate, stack, by }: ClosedGate): string {
  const shown = by.length > most ? [...by.slice(0, most), `${by.length - most} more`] : by;
  return `failed on ${gate}: ${stack}: ${shown.join(", ")}`;
}

/** Number of names in a message; the report has all. */
const most = 5;

function closedBy({ policy, changes = [] }: Gated, gate: GateName): string[] {
  // Components and providers do not exist in the cloud.
  const real = changes.filter(isInCloud);
  switch (gate) {
    case "data-loss":
      return real.flatMap(({ name, dataLoss }) => (dataLoss === undefined ? [] : [`${name} (${dataLoss})`]));
    case "replace":
      return real.flatMap(({ action, name }) =>
        action === "replace" ? [name] : action === "may replace" ? [`${name} (it may be)`] : [],
      );
    case "delete":
      return real.filter(({ action, retained }) => action === "delete" && !retained).map(({ name }) => name);
    case "undetermined":
      return undetermined(policy, changes);
    case "mandatory":
      return rulesOf(policy.violations.filter(isBlocking));
    default:
      return rulesOf(policy.violations.filter((violation) => isAtLeast(violation, gate)));
  }
}

/** Whether a gate needs policies. */
export function isOfPolicies(gate: GateName): boolean {
  return gate === "mandatory" || isSeverity(gate);
}

function isSeverity(gate: GateName): gate is Severity {
  return severities.some((severity) => severity === gate);
}

function isAtLeast(violation: Violation, least: Severity): boolean {
  const { severity } = violation;
  return severity === "unspecified" ? isBlocking(violation) : severities.indexOf(severity) >= severities.indexOf(least);
}

/** Rules by how often they are broken. */
function rulesOf(violations: readonly Violation[]): string[] {
  const counts = new Map<string, number>();
  for (const { policy } of violations) counts.set(policy, (counts.get(policy) ?? 0) + 1);
  return [...counts].map(([policy, count]) => (count === 1 ? policy : `${policy} (${count})`));
}

/** Rules and properties without an answer. */
function undetermined({ notes }: PolicyOutcome, changes: readonly ResourceChange[]): string[] {
  const open = changes.filter(({ action, properties }) => action === "unchanged" && properties.length > 0);
  return [
    ...counted(notes.filter(({ policy }) => policy === "undetermined").length, "not wholly judged"),
    ...counted(changes.filter(({ action }) => action === "may replace").length, "may be replaced"),
    ...counted(open.length, "not wholly comparable"),
  ];
}

function counted(count: number, words: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? "resource" : "resources"} ${words}`];
}
