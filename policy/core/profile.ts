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
