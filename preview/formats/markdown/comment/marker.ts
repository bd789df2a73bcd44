import { createHash } from "node:crypto";
import type { StackChange } from "../../../model/change";

/**
 * The hidden first line that identifies a comment: by the given name, else by its stacks. Give a name if the stacks vary
 * between runs, as with the stacks that a change touches.
 */
export function markerOf(changes: readonly Pick<StackChange, "project" | "stack">[], name?: string): string {
  const stacks = [...new Set(changes.map(({ project, stack }) => `${project}/${stack}`))].sort();
  return `<!-- isotopo:preview:${name === undefined ? hashed(stacks.join("\n")) : idOf(name)} -->`;
}

/** A hash replaces a name that is long or could end the HTML comment. */
function idOf(name: string): string {
  return name.length <= 64 && /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(name) ? name : hashed(name);
}

function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
