import assert from "node:assert/strict";
import { subjectHash } from "../../../../components/kubernetes/compute/subject-hash";

/** What `openssl x509 -noout -subject_hash` says of a certificate with the subject `/CN=<name>` (OpenSSL 3.0.19). */
const known: [name: string, hash: string][] = [
  ["fixture-prod internal", "ef95d8e5"],
  ["Fixture-Prod  Internal", "ef95d8e5"],
  ["shop-dev-pr12 internal", "50cf95f3"],
];

describe("the digest of a subject, by which OpenSSL finds an authority", () => {
  for (const [name, hash] of known) it(`of ${name} is ${hash}`, () => assert.equal(subjectHash(name), hash));
});
