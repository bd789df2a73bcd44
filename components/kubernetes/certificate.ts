import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../contract";
import { customResource } from "./custom-resource";
import { metadata, waitForReady } from "./metadata";
import { internalIssuer } from "./network/authority";

/** Purpose and place of the certificate. */
export interface InternalCertificateArgs {
  context: ComponentContext;
  part: string;
  /** Name of the Certificate. */
  objectName: string;
  /** Secret that cert-manager puts it into, with the authority beside it. */
  secretName: string;
  /** Services by which the server is called. */
  services: readonly string[];
  /** Labels of the Secret, beside cert-manager's own. */
  secretLabels?: Record<string, string>;
}

/** A certificate for a server inside the cluster, signed by the topology's own authority and renewed by cert-manager. */
export function internalCertificate(
  name: string,
  { context, part, objectName, secretName, services, secretLabels }: InternalCertificateArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
  return customResource(
    name,
    {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: metadata(context, part, objectName, waitForReady),
      spec: {
        secretName,
        secretTemplate: secretLabels === undefined ? undefined : { labels: secretLabels },
        duration: "2160h0m0s",
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
        dnsNames: services.flatMap((service) => hostNames(service, context.name)),
        usages: ["digital signature", "server auth"],
        issuerRef: { name: internalIssuer, kind: "Issuer" },
      },
    },
    opts,
  );
}

/** Names by which a Service is called inside the cluster. */
function hostNames(service: string, namespace: string): string[] {
  return [
    service,
    `${service}.${namespace}`,
    `${service}.${namespace}.svc`,
    `${service}.${namespace}.svc.cluster.local`,
  ];
}
