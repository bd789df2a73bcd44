import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How a cluster supports each option of buckets. */
export const storageCapabilities: ConceptOptions<"storage"> = {
  "storage.bucket": different(
    "an external bucket by the S3 interface",
    "it is made outside: its encryption, versions and lifecycle are its provider's",
  ),
  "storage.interface": different("S3 interface of the object storage", "the application brings its own access keys"),
  "storage.customerManagedKeys": different("the object storage", "its provider's affair"),
  "storage.lifecycle": different("the object storage", "its provider's affair"),
  "storage.cors": different("the object storage", "its provider's affair"),
};
