import type { OptionsOf } from "../capabilities/capability";

/** What each workload may do. */
export const identityOptions = [
  {
    name: "identity.perWorkload",
    meaning: "Each workload has its own identity that may do what it needs and nothing else.",
  },
] as const satisfies OptionsOf<"identity">;
