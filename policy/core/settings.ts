import dev from "../environments/dev.json";
import prod from "../environments/prod.json";
import staging from "../environments/staging.json";

/** What policy config may set of a rule. */
export interface Settings {
  /** Days that something is kept at least. */
  minimumDays: number;
}

/** How a setting is described to whoever configures it (JSON Schema). */
export const settingSchemas = {
  minimumDays: { type: "integer", minimum: 0, description: "Days that it is kept at least." },
} as const satisfies Record<keyof Settings, object>;

type Profile = Readonly<Record<string, Partial<Settings>>>;

/** The files of `environments/` are policy config as Pulumi takes it, and what holds where there is none. */
const profiles: Readonly<Record<string, Profile>> = { dev, staging, prod };

/**
 * What a rule asks of a stack: the policy config, else the profile named by the end of the stack's name (`shop-dev`), else
 * that of production. So a stack is judged as production unless it says otherwise.
 */
export function settingsOf(rule: string, stack: string, config: Partial<Settings>): Settings {
  const environment = stack.split(/[-._]/).at(-1) ?? "";
  const profile: Profile = (Object.hasOwn(profiles, environment) ? profiles[environment] : undefined) ?? prod;
  return { minimumDays: 0, ...profile[rule], ...config };
}
