import type { Profile } from "../protocol/profile";
import type { Rule } from "./rule";
import type { Setting, Terms } from "./setting";

/** What a rule is asked under: policy config, else the profile. Throws where the config has what the rule has not. */
export function termsOf(rule: Rule, profile: Profile, config: Readonly<Record<string, unknown>>): Terms {
  const { settings = [] } = rule;
  const problems = Object.entries(config).flatMap(([name, value]) => {
    const setting = settings.find((candidate) => candidate.name === name);
    if (setting === undefined) return [`${rule.id} has no setting "${name}"; ${allowed(settings)}`];
    if (setting.read(value) !== undefined) return [];
    return [`${rule.id}.${name} is ${JSON.stringify(value)}; required: ${JSON.stringify(setting.schema)}`];
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return { profile, get: (setting) => setting.read(config[setting.name]) ?? setting.values[profile] };
}

function allowed(settings: readonly Setting<unknown>[]): string {
  return settings.length === 0 ? "it has none" : `it has: ${settings.map(({ name }) => name).join(", ")}`;
}
