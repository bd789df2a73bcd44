import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of buckets. */
export const storageCapabilities: ConceptOptions<"storage"> = {
  "storage.bucket": full("S3"),
  "storage.interface": full("S3"),
  "storage.customerManagedKeys": different("KMS key of the buckets", "always: there is no choice to do without"),
  "storage.lifecycle": full("S3 lifecycle rules"),
  "storage.cors": full("S3 CORS rules"),
};
