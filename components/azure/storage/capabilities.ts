import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Azure supports each option of buckets. */
export const storageCapabilities: ConceptOptions<"storage"> = {
  "storage.bucket": full(
    "a container in a storage account of its own, in three zones; in prod also in the paired region, where Azure has that",
  ),
  "storage.interface": different(
    "Blob service by the workload's identity",
    "not the S3 interface: the application needs a client of Azure; `name` is the container, `endpoint` the account",
  ),
  "storage.customerManagedKeys": full("Key Vault key with rotation"),
  "storage.lifecycle": different(
    "lifecycle management policy",
    "uploads that never completed go after a week by themselves, whatever is asked",
  ),
  "storage.cors": different(
    "CORS rules of the blob service",
    "a bucket that the edge does not serve has no public address, so that no browser reaches it",
  ),
};
