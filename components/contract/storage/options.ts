import type { OptionsOf } from "../capabilities/capability";

/** Buckets. */
export const storageOptions = [
  {
    name: "storage.bucket",
    meaning: "Private, encrypted, versioned, over TLS only.",
  },
  {
    name: "storage.interface",
    meaning: "How a workload talks to a bucket.",
  },
  {
    name: "storage.customerManagedKeys",
    meaning: "Encrypted with a key of the topology's own.",
  },
  {
    name: "storage.lifecycle",
    meaning: "Objects and their earlier versions go with time.",
  },
  {
    name: "storage.cors",
    meaning: "Browsers of some origins may use a bucket.",
  },
] as const satisfies OptionsOf<"storage">;
