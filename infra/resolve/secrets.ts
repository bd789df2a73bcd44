import type { SecretSpec } from "../../components/contract";
import type { SecretFacts } from "../apps/application";
import type { StackConfig } from "../config/schema";
import { versionOf } from "./inputs";
import { app, type TracedTree } from "./traced";

/** Secrets that will exist: all but the optional ones without a value. */
export function presentSecrets(config: StackConfig, facts: readonly SecretFacts[]): SecretFacts[] {
  return facts.filter(
    (secret) => secret.kind === "generated" || secret.required || config.secretNames.includes(secret.name),
  );
}

/** Resolves the secrets that will exist, with their versions. */
export function resolveSecrets(
  secrets: readonly SecretFacts[],
  { rotate }: Pick<StackConfig, "rotate">,
): TracedTree<SecretSpec>[] {
  return secrets.map((secret) => secretOf(secret, rotate));
}

/** A generated secret carries its version. */
function secretOf(secret: SecretFacts, rotate: StackConfig["rotate"]): TracedTree<SecretSpec> {
  if (secret.kind === "external") return app(secret);
  const { kind, name, length } = secret;
  return { kind: app(kind), name: app(name), length: app(length), version: versionOf(rotate, name) };
}
