import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { customResource } from "./custom-resource";
import { metadata, waitForReady } from "./metadata";

/** What a generated secret is for. */
export interface GeneratedSecretArgs {
  context: ComponentContext;
  part: string;
  /** Name of the Secret that External Secrets makes. */
  secretName: string;
  /** Key that holds the generated text. */
  key: string;
  length: number;
  version: number;
  /** Type and further keys of the Secret, as templates; `.password` is the generated text. */
  template?: { type: string; data: Record<string, string> };
}

/**
 * A secret that the cluster makes and nobody sees: External Secrets' password generator, run once. No change of labels or
 * of anything else runs it again, only a higher version, which is another ExternalSecret for the same Secret. Letters and
 * digits only, so that it can stand in a URL.
 */
export function generatedSecret(
  name: string,
  args: GeneratedSecretArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const { context, part, secretName, key, length, version, template } = args;
  const generator = customResource(
    `${name}-generator`,
    {
      apiVersion: "generators.external-secrets.io/v1alpha1",
      kind: "Password",
      metadata: metadata(context, part, secretName),
      spec: { length, digits: Math.floor(length / 4), symbols: 0, noUpper: false, allowRepeat: true },
    },
    opts,
  );
  return customResource(
    name,
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: metadata(context, part, version === 1 ? secretName : `${secretName}-v${version}`, waitForReady),
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
            data: template?.data ?? { [key]: "{{ .password }}" },
          },
        },
        dataFrom: [
          {
            sourceRef: {
              generatorRef: {
                apiVersion: "generators.external-secrets.io/v1alpha1",
                kind: "Password",
                name: secretName,
              },
            },
          },
        ],
      },
    },
    // Two may not own one Secret: the earlier version goes, and its Secret with it, before the later one comes.
    { ...opts, dependsOn: [generator], deleteBeforeReplace: true },
  );
}
