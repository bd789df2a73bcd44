/** How strong an environment has to be. */
export type Profile = "dev" | "staging" | "prod";

/** From the weakest to the strongest. */
export const profiles: readonly Profile[] = ["dev", "staging", "prod"];

/** The profile of that name. */
export function profileNamed(name: string | undefined): Profile | undefined {
  return profiles.find((profile) => profile === name);
}
