import type { z } from "zod";
import type { PlatformSpec } from "../components/contract";
import { targets } from "../components/targets";
import { type Applications, shippedApplications } from "../infra/apps";
import { checkPlatform } from "../infra/config/checks/platform";
import { checkRegion } from "../infra/config/checks/region";
import type { Raw } from "../infra/config/parser/decode";
import { parseStack, type StackOf } from "../infra/config/parser/parse-stack";
import type { ConfigProblems } from "../infra/config/parser/problems";
import { type Missing, placeholdersOfPlace } from "../infra/config/placeholders";
import { platformOf } from "../infra/config/platforms";
import { registryConfigSchema } from "./schema";

/** A registry's config, with its defaults. */
export type RegistryConfig = z.infer<typeof registryConfigSchema> & PlatformSpec;

/**
 * Parses the config of a registry's stack. Throws `ConfigProblems` with everything that is wrong, one problem a line. Its
 * application is one of `applications`; by default of the shipped ones.
 */
export function parseRegistryConfig(
  raw: Raw,
  namespace = "isotopo",
  applications: Applications = shippedApplications,
): StackOf<RegistryConfig> {
  return parseStack(raw, namespace, {
    applications,
    schema: registryConfigSchema,
    partial: registryConfigSchema.partial(),
    check: (sound, _application, problems) => check(sound, raw, problems),
  });
}

/** What the stack still has to be told before it can be deployed. */
export function missing(config: RegistryConfig, namespace = "isotopo"): Missing {
  const placeholders = placeholdersOfPlace(platformOf(config)).map((key) => `${namespace}:${key}`);
  return { placeholders, unset: {}, secrets: [], namespace, folder: "registry" };
}

function check(config: Partial<RegistryConfig>, raw: Raw, problems: ConfigProblems): void {
  const { cloud, customerManagedKeys, pullers = [] } = config;
  checkRegion({ config, raw }, problems);
  checkPlatform({ config }, problems, ({ registry }) => registry?.platform);
  const registry = cloud === undefined ? undefined : targets[cloud].registry;
  if (registry === undefined) return;
  if (registry.noOwnKey !== undefined && customerManagedKeys === true) {
    problems.add("customerManagedKeys", `is true on ${cloud}`, `false: ${registry.noOwnKey}`);
  }
  const { pattern, allowed } = registry.pullers;
  pullers.forEach((puller, i) => {
    if (!pattern.test(puller)) problems.add(`pullers.${i}`, `is "${puller}"`, allowed);
    else if (pullers.indexOf(puller) < i)
      problems.add(`pullers.${i}`, `is "${puller}", which is listed already`, "each puller once");
  });
}
