import type { OptionsOf } from "../capabilities/capability";

/** The image repositories of an application. */
export const registryOptions = [
  {
    name: "registry.scanning",
    meaning: "Images are scanned when they are pushed.",
  },
  {
    name: "registry.immutableTags",
    meaning: "A tag can't be moved to another image.",
  },
  {
    name: "registry.untaggedRetentionDays",
    meaning: "Untagged images are deleted after this number of days.",
  },
  {
    name: "registry.keepTagged",
    meaning: "This number of tagged images is kept, and all with a release tag.",
  },
  {
    name: "registry.pullers",
    meaning: "Only the accounts, projects or identities that are named may pull, beside the registry's own.",
  },
] as const satisfies OptionsOf<"registry">;
