import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, contentName, type EdgeSpec } from "../../contract";
import { edgePart as part } from "../compute";
import { customResource } from "../custom-resource";
import { metadata, waitForReady } from "../metadata";
import type { KubernetesPlatformSpec } from "../platform-spec";

/** Arguments of the gateway. */
export interface GatewayArgs {
  context: ComponentContext;
  spec: EdgeSpec;
  platform: KubernetesPlatformSpec;
}

const api = "gateway.networking.k8s.io/v1";

/**
 * The way in: TLS for every host by a certificate of its own that renews itself, HTTP only to say where HTTPS is. What is
 * made for a host bears its name, so that adding or removing a host leaves the others unchanged. A certificate for all hosts would
 * also take HTTP/2 away: a browser would speak to the wrong host by an open connection (GEP-3567).
 */
export function gateway(
  name: string,
  { context, spec, platform }: GatewayArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const hosts = spec.hosts.map(({ host }) => ({ host, slug: contentName(host) }));
  const certificates = hosts.map(({ host, slug }) => certificate(`${name}-certificate-${slug}`, host, slug));
  customResource(
    `${name}-gateway`,
    {
      apiVersion: api,
      kind: "Gateway",
      metadata: metadata(context, part, part),
      spec: {
        gatewayClassName: platform.gatewayClass,
        listeners: [
          { name: "http", protocol: "HTTP", port: 80, allowedRoutes: { namespaces: { from: "Same" } } },
          ...hosts.map(({ host, slug }) => ({
            name: listener(slug),
            protocol: "HTTPS",
            port: 443,
            hostname: host,
            allowedRoutes: { namespaces: { from: "Same" } },
            tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: secret(slug) }] },
          })),
        ],
      },
    },
    // A listener without its certificate answers nothing, so it comes after it.
    { ...pulumi.mergeOptions(opts, { dependsOn: certificates }), protect: spec.deletionProtection },
  );
  // Routes wait for no listener: they take effect when theirs is there, and the old ones go last.
  for (const { host, slug } of hosts) {
    httpRoute(`${name}-redirect-${slug}`, `redirect-${slug}`, "http", host, {
      filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }],
    });
    httpRoute(`${name}-route-${slug}`, `${part}-${slug}`, listener(slug), host, {
      backendRefs: [{ name: part, port: 80 }],
      // The edge has a timeout for every route; a gateway's own, 15 s in some, would cut the longer ones off.
      timeouts: { request: "0s" },
    });
  }

  function certificate(logicalName: string, host: string, slug: string): pulumi.Resource {
    return customResource(
      logicalName,
      {
        apiVersion: "cert-manager.io/v1",
        kind: "Certificate",
        metadata: metadata(context, part, `${part}-${slug}`, waitForReady),
        spec: {
          secretName: secret(slug),
          dnsNames: [host],
          privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
          issuerRef: { name: platform.clusterIssuer, kind: "ClusterIssuer" },
        },
      },
      opts,
    );
  }

  function httpRoute(logicalName: string, objectName: string, section: string, host: string, rule: pulumi.Inputs) {
    customResource(
      logicalName,
      {
        apiVersion: api,
        kind: "HTTPRoute",
        metadata: metadata(context, part, objectName),
        spec: { parentRefs: [{ name: part, sectionName: section }], hostnames: [host], rules: [rule] },
      },
      opts,
    );
  }
}

function listener(slug: string): string {
  return `https-${slug}`;
}

function secret(slug: string): string {
  return `edge-tls-${slug}`;
}
