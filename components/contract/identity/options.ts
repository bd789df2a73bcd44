import type { OptionsOf } from "../capabilities/capability";

/** The rights of each workload. */
export const identityOptions = [
  {
    name: "identity.perWorkload",
    meaning: "Each workload has its own identity that may do what it needs and nothing else.",
  },
] as const satisfies OptionsOf<"identity">;
