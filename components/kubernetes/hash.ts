import { createHmac } from "node:crypto";
import { digest } from "../contract";

/** Ten letters and digits that change with a text: for names and annotations. */
export function hash(text: string): string {
  return digest(text, 10);
}

/** The same of a text that is told to no one (HMAC, RFC 2104): `purpose` makes it another one at every other place. */
export function secretDigest(purpose: string, text: string): string {
  return createHmac("sha256", purpose).update(text).digest("hex").slice(0, 10);
}
