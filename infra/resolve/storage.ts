import type { BucketSpec } from "../../components/contract";
import type { ResolveInputs } from "./inputs";
import { app, fallback, Traced, type TracedTree } from "./traced";

/** Resolves the buckets. */
export function resolveStorage({ facts, settings, settingOrigin }: ResolveInputs): TracedTree<BucketSpec>[] {
  return facts.buckets.map(
    ({ name, purpose, exposure, cors, expireAfterDays }): TracedTree<BucketSpec> => ({
      name: app(name),
      purpose: app(purpose),
      // Without versions, overwritten and deleted data can't be recovered.
      versioned: fallback(true),
      lifecycle: {
        // No application asks for it: objects stay in their first class.
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
