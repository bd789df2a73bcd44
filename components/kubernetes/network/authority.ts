import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { customResource } from "../custom-resource";
import { metadata } from "../metadata";

/** Issuer of certificates for servers inside the namespace. */
export const internalIssuer = "internal";
const authority = "internal-authority";
const bootstrap = "internal-bootstrap";

/** Name of the authority, the whole of its certificate's subject. */
export function authorityName(context: ComponentContext): string {
  return `${context.name} internal`;
}

/**
 * A certificate authority of the topology's own: cert-manager makes it, and signs with it for servers that only the
 * workloads reach. One for all, so that a client trusts one file.
 */
export function internalAuthority(
  name: string,
  context: ComponentContext,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const after = (resource: pulumi.Resource) => pulumi.mergeOptions(opts, { dependsOn: [resource] });
  const selfSigned = issuer(bootstrap, { selfSigned: {} }, opts);
  const root = customResource(
    `${name}-authority`,
    {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: metadata(context, "network", authority),
      spec: {
        isCA: true,
        commonName: authorityName(context),
        secretName: authority,
        duration: "87600h0m0s", // ten years: an authority that changes stops every client
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Never" },
        issuerRef: { name: bootstrap, kind: "Issuer" },
      },
    },
    after(selfSigned),
  );
  return issuer(internalIssuer, { ca: { secretName: authority } }, after(root));

  function issuer(objectName: string, spec: pulumi.Inputs, issuerOpts: pulumi.CustomResourceOptions): pulumi.Resource {
    return customResource(
      `${name}-${objectName}`,
      { apiVersion: "cert-manager.io/v1", kind: "Issuer", metadata: metadata(context, "network", objectName), spec },
      issuerOpts,
    );
  }
}
