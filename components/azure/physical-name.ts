import { createHash } from "node:crypto";

/**
 * The parts of a physical name, joined, within the length that the service takes. What is too long is cut and ends in a
 * digest of the whole, so that two names that begin alike stay two.
 */
export function physicalName(parts: readonly (string | number)[], longest: number): string {
  const name = parts.join("-");
  if (name.length <= longest) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return `${name.slice(0, longest - digest.length - 1).replace(/-+$/, "")}-${digest}`;
}
