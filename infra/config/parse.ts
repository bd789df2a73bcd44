import { type RegistryLogin, registryHost } from "../../components/contract";
import { type Applications, shippedApplications } from "../apps";
import { checkConfig } from "./checks";
import type { Raw } from "./parser/decode";
import { parseStack, type StackOf } from "./parser/parse-stack";
import { type StackConfig, stackConfigSchema } from "./schema";
import type { SettingsOverrides } from "./settings";

/** A stack's config with the application that it names. */
export type ParsedConfig = StackOf<StackConfig>;

/**
 * Parses a stack's config: text by `namespace:key`, as Pulumi passes it. Throws `ConfigProblems` with all problems, one a
 * line, without values of secrets. The stack's application is one of `applications`; by default of the shipped ones.
 */
export function parseConfig(
  raw: Raw,
  namespace = "isotopo",
  applications: Applications = shippedApplications,
): ParsedConfig {
  const { config, application } = parseStack(raw, namespace, {
    applications,
    schema: stackConfigSchema,
    partial: stackConfigSchema.partial(),
    check: (sound, named, problems) => checkConfig(withoutSecrets(sound), named, raw, problems),
  });
  return { config: withoutSecrets(config), application };
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
