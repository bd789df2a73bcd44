import type { OptionsOf } from "../capabilities/capability";

/** The application's secrets. */
export const secretsOptions = [
  {
    name: "secrets.generated",
    meaning: "Made by the platform, never in a file.",
  },
  {
    name: "secrets.external",
    meaning: "Given by a person, injected by reference.",
  },
] as const satisfies OptionsOf<"secrets">;
