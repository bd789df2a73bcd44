import { digest } from "./digest";

/** Digits that keep two names apart which were cut to the same text. */
const digits = 6;

/**
 * The parts of a physical name, joined, within the length that the service takes. What is too long is cut and ends in a
 * digest of the whole, so that two names that begin alike stay two.
 */
export function physicalName(parts: readonly (string | number)[], longest: number): string {
  const name = parts.join("-");
  if (name.length <= longest) return name;
  return `${name.slice(0, longest - digits - 1).replace(/-+$/, "")}-${digest(name, digits)}`;
}
