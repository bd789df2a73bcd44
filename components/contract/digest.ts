import { createHash } from "node:crypto";

/** The first hexadecimal digits of a text's SHA-256, at most 64: the same text has the same, on every machine. */
export function digest(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** A whole number from 0 to 2^32 - 1 that a text always has: the first four bytes of its SHA-256. */
export function digestNumber(text: string): number {
  return Number.parseInt(digest(text, 8), 16);
}
