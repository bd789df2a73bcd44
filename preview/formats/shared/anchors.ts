import { createHash } from "node:crypto";

/** Anchor of a fact in the page of a whole report: the same in every run that has the fact. */
export function factAnchor(fact: string): string {
  return `fact-${slug(fact)}`;
}

/** Anchor of a stack in that page. */
export function stackAnchor(label: string): string {
  return `stack-${slug(label)}`;
}

const longest = 48;

/** A name that is valid in an address; a hash keeps different names apart. */
function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longest);
  if (plain === text) return plain;
  return `${plain}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
