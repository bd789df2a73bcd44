import { PolicyPack } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { Environments } from "./core/environment";
import { EnvironmentsError, readEnvironments } from "./core/environments-file";
import { Exemptions } from "./core/exemption";
import { ExemptionsError, readExemptions } from "./core/exemptions-file";
import { heardSecrets } from "./core/heard-secrets";
import { Ledger } from "./core/ledger";
import { policiesOf } from "./core/pack";
import type { EnvironmentTags } from "./protocol/environment-tags";
import { environmentTagsVariable, summaryVariable } from "./protocol/names";
import { profileNamed, profiles } from "./protocol/profile";
import { rules } from "./rules";

/** What the config of the stack says of its environment. Pulumi tells a pack the config at its start. */
function statedConfig(): Record<string, string> {
  const stated = [...new Set([pulumi.getProject(), "isotopo"])].map((namespace) => [
    `${namespace}:environment`,
    new pulumi.Config(namespace).get("environment"),
  ]);
  return Object.fromEntries(stated.filter(([, value]) => value !== undefined && value !== ""));
}

/** What tags of resources say, as an engine without the stack's config gathered it. */
function statedTags(): EnvironmentTags {
  const tags: EnvironmentTags = JSON.parse(process.env[environmentTagsVariable] ?? '{"said":{},"silent":0}');
  return tags;
}

try {
  const stack = pulumi.getStack();
  const ids = new Set(rules.map(({ id }) => id));
  const today = new Date().toISOString().slice(0, 10);
  // Pulumi starts a pack in its own folder.
  const exemptions = new Exemptions(readExemptions(process.cwd(), ids), today);
  // Set by an engine that takes data in the place of sentences.
  const summary = process.env[summaryVariable] === "true";
  const requested = profileNamed(process.env.ISOTOPO_PROFILE);
  if (requested === undefined && process.env.ISOTOPO_PROFILE) {
    throw new EnvironmentsError(`ISOTOPO_PROFILE is "${process.env.ISOTOPO_PROFILE}"; allowed: ${profiles.join(", ")}`);
  }
  const environments = new Environments({
    ...(requested === undefined ? {} : { requested }),
    config: statedConfig(),
    tags: statedTags(),
    names: readEnvironments(process.cwd()),
  });
  const run = {
    profile: environments.of(stack).profile,
    environments,
    exemptions,
    ledger: new Ledger(),
    summary,
    ...(summary ? {} : { secrets: heardSecrets() }),
  };
  new PolicyPack("isotopo", { policies: policiesOf(rules, run, stack) });
} catch (error) {
  if (!(error instanceof ExemptionsError) && !(error instanceof EnvironmentsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
