import * as pulumi from "@pulumi/pulumi";
import type { SecretSpec, SecretsArgs } from "../contract";
import { generatedPassword } from "./password";

/** A secret as a target's store takes it. */
export interface NewSecret {
  /** For people who look through the store: "SENTRY_DSN, from the project's settings in Sentry". */
  description: string;
  value: pulumi.Output<string>;
}

/** Stores each secret of the application by itself, by its name. `store` makes it in the target, under a logical name. */
export function storedSecrets<Stored>(
  name: string,
  { secrets, values }: Pick<SecretsArgs, "secrets" | "values">,
  store: (logicalName: string, secret: NewSecret) => Stored,
  parent: pulumi.Resource,
): ReadonlyMap<string, Stored> {
  return new Map(
    secrets.map((spec) => {
      const logicalName = `${name}-${spec.name.toLowerCase().replaceAll("_", "-")}`;
      return [spec.name, store(logicalName, newSecret(logicalName, spec, values[spec.name], parent))];
    }),
  );
}

function newSecret(
  logicalName: string,
  spec: SecretSpec,
  given: pulumi.Output<string> | undefined,
  parent: pulumi.Resource,
): NewSecret {
  return spec.kind === "generated"
    ? { description: `${spec.name}, generated`, value: generatedPassword(`${logicalName}-text`, spec, parent) }
    : { description: `${spec.name}, from ${spec.source}`, value: pulumi.secret(given ?? "") };
}

/** The secret of a name. Throws if there is none. */
export function secretIn<Stored>(stored: ReadonlyMap<string, Stored>, secretName: string): Stored {
  const secret = stored.get(secretName);
  if (secret === undefined) {
    throw new Error(`there is no secret "${secretName}"; there are ${[...stored.keys()].join(", ")}`);
  }
  return secret;
}
