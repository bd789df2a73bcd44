import { createHash } from "node:crypto";

/** Ten letters and digits that change with a text: for names and annotations. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
