import type { ComponentContext } from "../contract";

/**
 * The labels of a resource. A value may hold lower-case letters, digits, `_` and `-`, at most 63 ("Requirements for
 * labels", Resource Manager documentation): whatever else an address has becomes `-`.
 */
export function labels({ labels: own }: ComponentContext): Record<string, string> {
  return Object.fromEntries(Object.entries(own).map(([key, value]: [string, string]) => [key, labelValue(value)]));
}

function labelValue(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, "-")
    .slice(0, 63);
}
