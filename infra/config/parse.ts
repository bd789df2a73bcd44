import { type RegistryLogin, registryHost } from "../../components/contract";
import type { Application } from "../apps/application";
import { checkConfig } from "./checks";
import { applicationOf, decode, type Raw } from "./decode";
import { addIssues } from "./issues";
import { ConfigProblems } from "./problems";
import { type StackConfig, stackConfigSchema } from "./schema";
import type { SettingsOverrides } from "./settings";

/** A stack's config with the application that it names. */
export interface ParsedConfig {
  config: StackConfig;
  application: Application;
}

/**
 * Parses a stack's config: text by `namespace:key`, as Pulumi hands it over. Throws `ConfigProblems` with everything that
 * is wrong, one problem a line; values of secrets are in none of them.
 */
export function parseConfig(raw: Raw, namespace = "isotopo"): ParsedConfig {
  const problems = new ConfigProblems(namespace);
  const data = decode(raw, namespace, stackConfigSchema, problems);
  const application = applicationOf(data.app, problems);
  const parsed = stackConfigSchema.safeParse(data);
  if (!parsed.success) addIssues(stackConfigSchema, parsed.error.issues, data, problems);
  checkConfig(soundPart(data, problems), application, raw, problems);
  problems.throwIfAny();
  if (!parsed.success || application === undefined) throw problems;
  return { config: withoutSecrets(parsed.data), application };
}

/** The config without what the schema has told a problem of, for the checks that can do without it. */
function soundPart(data: Record<string, unknown>, problems: ConfigProblems): Partial<StackConfig> {
  const schema = stackConfigSchema.partial();
  const sound = problems.without(data);
  // Without a part that it requires, a key is as good as missing.
  for (const { path } of schema.safeParse(sound).error?.issues ?? []) delete sound[String(path[0])];
  return withoutSecrets(schema.parse(sound));
}

interface Parsed {
  secrets?: Record<string, string>;
  registries?: Record<string, RegistryLogin>;
  overrides?: unknown;
}

/** Names of secrets instead of their values, and registries without their passwords. */
function withoutSecrets<T extends Parsed>({ secrets = {}, registries = {}, overrides, ...rest }: T) {
  return {
    ...rest,
    registries: Object.fromEntries(
      Object.entries(registries).map(([host, { username }]) => [registryHost(host), { username }]),
    ),
    // The schema of the overrides is the settings' own with every key optional.
    overrides: overrides as SettingsOverrides,
    secretNames: Object.keys(secrets).sort(),
  };
}
