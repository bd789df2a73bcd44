import * as pulumi from "@pulumi/pulumi";
import type { CdnSpec, ComponentContext, KubernetesPlatformSpec } from "../../contract";
import { edgePart as part } from "../compute";
import { customResource } from "../custom-resource";
import { metadata } from "../metadata";

/** What the gateway is built from. */
export interface GatewayArgs {
  context: ComponentContext;
  spec: CdnSpec;
  platform: KubernetesPlatformSpec;
}

const api = "gateway.networking.k8s.io/v1";
const certificateSecret = "edge-tls";

/** The way in: TLS for every host by a certificate that renews itself, HTTP only to say where HTTPS is. */
export function gateway(
  name: string,
  { context, spec, platform }: GatewayArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const hosts = spec.hosts.map(({ host }) => host);
  const certificate = customResource(
    `${name}-certificate`,
    {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: metadata(context, part, part),
      spec: {
        secretName: certificateSecret,
        dnsNames: hosts,
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
        issuerRef: { name: platform.clusterIssuer, kind: "ClusterIssuer" },
      },
    },
    opts,
  );
  const entry = customResource(
    `${name}-gateway`,
    {
      apiVersion: api,
      kind: "Gateway",
      metadata: metadata(context, part, part),
      spec: {
        gatewayClassName: platform.gatewayClass,
        listeners: [
          { name: "http", protocol: "HTTP", port: 80, allowedRoutes: { namespaces: { from: "Same" } } },
          ...hosts.map((hostname, i) => ({
            name: `https-${i + 1}`,
            protocol: "HTTPS",
            port: 443,
            hostname,
            allowedRoutes: { namespaces: { from: "Same" } },
            tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: certificateSecret }] },
          })),
        ],
      },
    },
    { ...pulumi.mergeOptions(opts, { dependsOn: [certificate] }), protect: spec.deletionProtection },
  );
  const routed = pulumi.mergeOptions(opts, { dependsOn: [entry] });
  customResource(
    `${name}-redirect`,
    {
      apiVersion: api,
      kind: "HTTPRoute",
      metadata: metadata(context, part, "redirect-to-https"),
      spec: {
        parentRefs: [{ name: part, sectionName: "http" }],
        hostnames: hosts,
        rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] }],
      },
    },
    routed,
  );
  customResource(
    `${name}-route`,
    {
      apiVersion: api,
      kind: "HTTPRoute",
      metadata: metadata(context, part, part),
      spec: {
        parentRefs: hosts.map((_, i) => ({ name: part, sectionName: `https-${i + 1}` })),
        hostnames: hosts,
        // The edge has a timeout for every route; a gateway's own, 15 s in some, would cut the longer ones off.
        rules: [{ backendRefs: [{ name: part, port: 80 }], timeouts: { request: "0s" } }],
      },
    },
    routed,
  );
}
