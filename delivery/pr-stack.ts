import type { StackSummary } from "./pulumi";

const day = 24 * 60 * 60 * 1000;

/** Which copy of an environment a pull request has: `pr12`. */
export function instanceOf(pullRequest: number): string {
  return `pr${pullRequest}`;
}

/**
 * The stack of a pull request: `mesio-aws-pr12-dev` for `mesio-aws-dev`. It ends as the other does, by which the policies know
 * how strong a stack has to be.
 */
export function stackOf(base: string, pullRequest: number): string {
  return base.replace(/-dev$/, `-${instanceOf(pullRequest)}-dev`);
}

/** Whether a stack is a pull request's, and of which other it is a copy. */
export function baseOf(stack: string): string | undefined {
  return /-pr[1-9]\d*-dev$/.test(stack) ? stack.replace(/-pr\d+-dev$/, "-dev") : undefined;
}

/**
 * Whether a stack was not updated for this number of days. One that is being updated now is not expired; one that was made and never
 * updated is: its first update failed before it began, or its job was cancelled.
 */
export function isExpired({ lastUpdate, updating }: StackSummary, days: number): boolean {
  return !updating && (lastUpdate === undefined || Date.now() - lastUpdate.getTime() > days * day);
}
