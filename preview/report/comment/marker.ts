import { createHash } from "node:crypto";
import type { StackChange } from "../../diff/change";

/**
 * The hidden first line of a comment, by which it is found again: of the name that it was given, else of its stacks. Give a
 * name where the stacks of a comment differ from run to run, as with those that a change touches.
 */
export function markerOf(changes: readonly Pick<StackChange, "project" | "stack">[], name?: string): string {
  const stacks = [...new Set(changes.map(({ project, stack }) => `${project}/${stack}`))].sort();
  return `<!-- isotopo:preview:${name === undefined ? hashed(stacks.join("\n")) : idOf(name)} -->`;
}

/** A name that could end the HTML comment, or is long, is known by its hash. */
function idOf(name: string): string {
  return name.length <= 64 && /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(name) ? name : hashed(name);
}

function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
