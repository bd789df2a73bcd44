import { createHash } from "node:crypto";

/**
 * The name under which OpenSSL looks for an authority in a directory of certificates, without `.0`: the first four bytes,
 * last first, of SHA-1 over the subject in its canonical form (X509_NAME_hash; `openssl x509 -subject_hash`). The subject is
 * a common name alone; canonical is UTF-8, lower case, single spaces.
 */
export function subjectHash(commonName: string): string {
  const text = Buffer.from(commonName.trim().replaceAll(/\s+/g, " ").toLowerCase());
  const commonNameOid = Buffer.from([0x06, 0x03, 0x55, 0x04, 0x03]);
  const name = der(0x31, der(0x30, Buffer.concat([commonNameOid, der(0x0c, text)])));
  return createHash("sha1").update(name).digest().subarray(0, 4).reverse().toString("hex");
}

/** A value with its tag and its length, which is below 128 for every common name (64 at most). */
function der(tag: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, value.length]), value]);
}
