/** How strong an environment has to be. */
export type Profile = "dev" | "staging" | "prod";

export const profiles: readonly Profile[] = ["dev", "staging", "prod"];

/**
 * The profile that a stack's name ends with (`shop-dev`, `shop.staging`), else production's: a stack is judged as production
 * unless it says otherwise.
 */
export function profileOf(stack: string): Profile {
  const environment = stack.split(/[-._/]/).at(-1);
  return profiles.find((profile) => profile === environment) ?? "prod";
}

/** The names of the stacks that have a profile. */
export function stacksOf(profile: Profile): RegExp {
  const others = profiles.filter((one) => one !== "prod").join("|");
  return profile === "prod" ? new RegExp(`^(?!(.*[-._/])?(${others})$)`, "s") : new RegExp(`(^|[-._/])${profile}$`);
}
