import type { BucketSpec } from "../../components/contract";
import type { ResolveInputs } from "./inputs";
import { app, fallback, Traced, type TracedTree } from "./traced";

/** Decides the buckets. */
export function resolveStorage({ facts, settings, settingOrigin }: ResolveInputs): TracedTree<BucketSpec>[] {
  return facts.buckets.map(
    ({ name, purpose, exposure, cors, expireAfterDays }): TracedTree<BucketSpec> => ({
      name: app(name),
      purpose: app(purpose),
      // A bucket whose versions can't be had back is no place for anybody's data.
      versioned: fallback(true),
      lifecycle: {
        // No application has asked for it: an object's class is what it was stored in.
        infrequentAccessAfterDays: undefined,
        noncurrentVersionDays: new Traced(
          settings.storage.noncurrentVersionDays,
          settingOrigin("storage.noncurrentVersionDays"),
        ),
        expireAfterDays: app(expireAfterDays),
        abortIncompleteUploadDays: fallback(7),
      },
      cors: app(cors),
      exposure: app(exposure),
      deletionProtection: new Traced(settings.protect, settingOrigin("protect")),
    }),
  );
}
