import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of buckets. */
export const storageCapabilities: ConceptOptions<"storage"> = {
  "storage.bucket": different(
    "Cloud Storage with uniform access and public access prevention",
    "no rule refuses plain HTTP: clients are given a TLS address, and nothing is answered without a token",
  ),
  "storage.interface": different(
    "Cloud Storage's own interface, by the workload's identity",
    "a client of S3 needs HMAC keys, which are static and not made here",
  ),
  "storage.customerManagedKeys": full("Cloud KMS key with rotation"),
  "storage.lifecycle": full("lifecycle rules"),
  "storage.cors": full("CORS rules"),
};
