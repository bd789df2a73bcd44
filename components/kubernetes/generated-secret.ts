import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { customResource } from "./custom-resource";
import { metadata, waitForReady } from "./metadata";

/** The purpose of a generated secret. */
export interface GeneratedSecretArgs {
  context: ComponentContext;
  part: string;
  /** Name of the Secret that External Secrets makes; a later version's ends with it: `redis-cache-password-v2`. */
  base: string;
  /** Key that holds the generated text. */
  key: string;
  length: number;
  version: number;
  /** Type, labels and further keys of the Secret, as templates; `.password` is the generated text. */
  template?: { type: string; labels?: Record<string, string>; data: Record<string, string> };
}

/** A generated secret, and the Secret it is in. */
export interface GeneratedSecret {
  resource: pulumi.Resource;
  secretName: string;
}

/**
 * A secret that the cluster makes and no one sees: External Secrets' password generator, run once. No change of labels or
 * of anything else runs it again. A higher version is another secret beside the earlier one, which goes last, when all
 * that used it has been rolled. Letters and digits only, so that it can be in a URL.
 */
export function generatedSecret(
  name: string,
  args: GeneratedSecretArgs,
  opts: pulumi.CustomResourceOptions,
): GeneratedSecret {
  const { context, part, base, key, length, version, template } = args;
  const suffix = version === 1 ? "" : `-v${version}`;
  const secretName = `${base}${suffix}`;
  const generatorRef = {
    apiVersion: "generators.external-secrets.io/v1alpha1",
    kind: "Password",
    name: secretName,
  };
  const generator = customResource(
    `${name}${suffix}-generator`,
    {
      apiVersion: generatorRef.apiVersion,
      kind: generatorRef.kind,
      metadata: metadata(context, part, secretName),
      spec: { length, digits: Math.floor(length / 4), symbols: 0, noUpper: false, allowRepeat: true },
    },
    opts,
  );
  const resource = customResource(
    `${name}${suffix}`,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: metadata(context, part, secretName, waitForReady),
      spec: {
        // `OnChange` would count a changed label, and make a new password of a new cost centre.
        refreshPolicy: "CreatedOnce",
        target: {
          name: secretName,
          creationPolicy: "Owner",
          deletionPolicy: "Retain",
          template: {
            engineVersion: "v2",
            type: template?.type ?? "Opaque",
            metadata: template?.labels === undefined ? undefined : { labels: template.labels },
            data: template?.data ?? { [key]: "{{ .password }}" },
          },
        },
        dataFrom: [{ sourceRef: { generatorRef } }],
      },
    },
    { ...opts, dependsOn: [generator] },
  );
  return { resource, secretName };
}
