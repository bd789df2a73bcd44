import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../context";

/** A secret of the application. Credentials of the database and Redis are not here: their components make them. */
export type SecretSpec = GeneratedSecretSpec | ExternalSecretSpec;

/** Made by the platform, never seen by a person. */
export interface GeneratedSecretSpec {
  kind: "generated";
  /** Upper-case name, as the variable is called: `SECRET_KEY`. */
  name: string;
  /** Length in characters, letters and digits; 43 hold 256 bits. */
  length: number;
  /** Raise it to generate a new value. */
  version: number;
}

/** Given by somebody else: an API key, a DSN, a password of a mail server. */
export interface ExternalSecretSpec {
  kind: "external";
  name: string;
  /** Where it comes from, for the person who has to find it. */
  source: string;
  /** False where the application runs without it; an optional secret that is not given is left out. */
  required: boolean;
}

/** Arguments of the secrets. */
export interface SecretsArgs {
  context: ComponentContext;
  secrets: SecretSpec[];
  /** Values of external secrets from the stack's config, each a Pulumi secret. */
  values: Readonly<Record<string, pulumi.Output<string>>>;
}

/** The secrets as other components see them; each cloud adds how it refers to one. */
export interface Secrets extends pulumi.ComponentResource {
  /** Names of the secrets that exist. */
  readonly names: readonly string[];
}
