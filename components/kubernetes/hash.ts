import { createHmac } from "node:crypto";
import { digest } from "../contract";

/** Ten letters and digits that change with a text: for names and annotations. */
export function hash(text: string): string {
  return digest(text, 10);
}

/** The same for a secret text (HMAC, RFC 2104): each `purpose` gives another digest. */
export function secretDigest(purpose: string, text: string): string {
  return createHmac("sha256", purpose).update(text).digest("hex").slice(0, 10);
}
