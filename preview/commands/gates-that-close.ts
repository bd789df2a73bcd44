import type { StackChange } from "../model/change";
import { PreviewError } from "../model/errors";
import { type GateName, isOfPolicies, ofChanges } from "./fail-on";

/** The questions that a run can answer, and the fix for those that it can't. */
export interface Answers {
  /** Whether it is compared with a base. */
  compared: boolean;
  /** Whether a policy pack judges. */
  judged: boolean;
  cures: { compare: string; judge: string };
}

/**
 * Throws a `PreviewError`, with a line for each kind, if gates need an answer that the run can't give: a gate that can never
 * close would look like success.
 */
export function checkGates(gates: readonly GateName[] = [], { compared, judged, cures }: Answers): void {
  refuse([
    ...(compared ? [] : mistake(changeGates(gates), `nothing is compared; ${cures.compare}`)),
    ...(judged ? [] : mistake(gates.filter(isOfPolicies), `no policy pack is asked; ${cures.judge}`)),
    ...(compared || judged
      ? []
      : mistake(openGates(gates), `nothing is compared, and no policy pack is asked; ${cures.compare}`)),
  ]);
}

/** The part of a stack in a file that gates depend on. */
type CheckedStack = Pick<StackChange, "project" | "stack" | "engine" | "base" | "policy" | "changes">;

/** The same for earlier previews: each stack has its own base and its own packs. */
export function checkStacks(gates: readonly GateName[] = [], checked: readonly CheckedStack[]): void {
  const stacks = new Map<string, CheckedStack[]>();
  for (const one of checked) {
    const key = JSON.stringify([one.project, one.stack]);
    stacks.set(key, [...(stacks.get(key) ?? []), one]);
  }
  // If two engines previewed a stack, either may have the answer.
  const without = (has: (one: CheckedStack) => boolean) =>
    [...stacks.values()].flatMap((all) => (all.some(has) ? [] : all.slice(0, 1))).map(({ stack }) => stack);
  const [uncompared, unjudged] = [without(isCompared), without(isJudged)];
  // Pulumi's engine always has an answer for changes: its comparison leaves nothing open.
  const neither = without((one) => (isCompared(one) && one.engine === "offline") || isJudged(one));
  const compare = "required: --from a preview that was compared";
  refuse([
    ...mistake(changeGates(gates), `${names(uncompared)} compared with nothing; ${compare}`, uncompared),
    ...mistake(
      gates.filter(isOfPolicies),
      `no policy pack was asked of ${listed(unjudged)}; required: --from a preview with policies`,
      unjudged,
    ),
    ...mistake(
      openGates(gates),
      `${names(neither)} neither judged nor compared offline; required: --from a preview with policies`,
      neither,
    ),
  ]);
}

function isCompared({ base }: CheckedStack): boolean {
  return base !== undefined;
}

/** A stack without resources is not judged. */
function isJudged({ policy, changes }: CheckedStack): boolean {
  const left = changes.some(({ action }) => action !== "delete");
  return policy.packs.length > 0 || policy.violations.length > 0 || !left;
}

function changeGates(gates: readonly GateName[]): GateName[] {
  return ofChanges.filter((name) => gates.includes(name));
}

/** Gates that both a comparison and policies can answer. */
function openGates(gates: readonly GateName[]): GateName[] {
  return gates.filter((gate) => gate === "undetermined");
}

function mistake(gates: readonly GateName[], words: string, stacks?: readonly string[]): string[] {
  return gates.length === 0 || stacks?.length === 0 ? [] : [`--fail-on ${gates.join(",")}: ${words}`];
}

function refuse(mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new PreviewError(mistakes.join("\n"));
}

/** Number of names in a message. */
const most = 5;

function listed(stacks: readonly string[]): string {
  return stacks.length > most
    ? `${stacks.slice(0, most).join(", ")} and ${stacks.length - most} more`
    : stacks.join(", ");
}

function names(stacks: readonly string[]): string {
  return `${listed(stacks)} ${stacks.length === 1 ? "was" : "were"}`;
}
