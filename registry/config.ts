import type { z } from "zod";
import type { RegistryCloud } from "../components/registries";
import { checkPlatform } from "../infra/config/checks/platform";
import { checkRegion } from "../infra/config/checks/region";
import type { Raw } from "../infra/config/parser/decode";
import { parseStack, type StackOf } from "../infra/config/parser/parse-stack";
import type { ConfigProblems } from "../infra/config/parser/problems";
import { type Missing, placeholderName } from "../infra/config/placeholders";
import { registryConfigSchema } from "./schema";

/** A registry's config, with its defaults. */
export type RegistryConfig = z.infer<typeof registryConfigSchema>;

/** Parses the config of a registry's stack. Throws `ConfigProblems` with everything that is wrong, one problem a line. */
export function parseRegistryConfig(raw: Raw, namespace = "isotopo"): StackOf<RegistryConfig> {
  return parseStack(raw, namespace, {
    schema: registryConfigSchema,
    partial: registryConfigSchema.partial(),
    check: (sound, _application, problems) => check(sound, raw, problems),
  });
}

/** What the stack still has to be told before it can be deployed. */
export function missing({ gcp }: RegistryConfig, namespace = "isotopo"): Missing {
  const placeholders = gcp !== undefined && placeholderName.test(gcp.project) ? [`${namespace}:gcp.project`] : [];
  return { placeholders, unset: {}, secrets: [], namespace, folder: "registry" };
}

function check(config: Partial<RegistryConfig>, raw: Raw, problems: ConfigProblems): void {
  const { cloud, customerManagedKeys, pullers = [] } = config;
  checkRegion({ config, raw }, problems);
  checkPlatform({ config }, problems, ["gcp"]);
  if (cloud === undefined) return;
  if (cloud === "azure" && customerManagedKeys === true) {
    problems.add("customerManagedKeys", "is true on azure", "false: the registry is encrypted with Azure's own key");
  }
  const { pattern, allowed } = pullersOf[cloud];
  pullers.forEach((puller, i) => {
    if (!pattern.test(puller)) problems.add(`pullers.${i}`, `is "${puller}"`, allowed);
    else if (pullers.indexOf(puller) < i)
      problems.add(`pullers.${i}`, `is "${puller}", which is listed already`, "each puller once");
  });
}

/** Who may pull from another place, by cloud. */
const pullersOf: Readonly<Record<RegistryCloud, { pattern: RegExp; allowed: string }>> = {
  aws: { pattern: /^\d{12}$/, allowed: "the id of an account, 12 digits" },
  gcp: { pattern: /^[1-9]\d{5,18}$/, allowed: "the number of a project, as gcloud projects describe says it" },
  azure: {
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    allowed: "the object id of an identity, a UUID in lower case",
  },
};
