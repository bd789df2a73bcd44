import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { customResource } from "../custom-resource";
import { metadata, waitForReady } from "../metadata";
import { internalIssuer } from "../network/authority";

/** What the certificate is for. */
export interface InternalCertificateArgs {
  context: ComponentContext;
  part: string;
  /** Secret that cert-manager puts it into, with the authority beside it. */
  secretName: string;
  /** Service by which the server is called. */
  service: string;
}

/** A certificate for a server inside the cluster, signed by the topology's own authority and renewed by cert-manager. */
export function internalCertificate(
  name: string,
  { context, part, secretName, service }: InternalCertificateArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
  const namespace = context.name;
  return customResource(
    name,
    {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: metadata(context, part, part, waitForReady),
      spec: {
        secretName,
        duration: "2160h0m0s",
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
        dnsNames: [
          service,
          `${service}.${namespace}`,
          `${service}.${namespace}.svc`,
          `${service}.${namespace}.svc.cluster.local`,
        ],
        usages: ["digital signature", "server auth"],
        issuerRef: { name: internalIssuer, kind: "Issuer" },
      },
    },
    opts,
  );
}
