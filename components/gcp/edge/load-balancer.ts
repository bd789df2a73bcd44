import * as compute from "@pulumi/gcp/compute";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type Transform, transformed } from "../../contract";
import { labels } from "../labels";

/** The services at the public addresses. */
export interface LoadBalancerArgs {
  context: ComponentContext;
  urlMap: compute.URLMap;
  redirectMap: compute.URLMap;
  /** Id of the certificate map. */
  certificateMapId: pulumi.Input<string>;
  /** Keep the addresses, to which the hosts' records point. */
  protect: boolean;
  transform?: Transform<compute.TargetHttpsProxyArgs>;
}

/** A public address of the load balancer, and the kind of record that points to it. */
export interface PublicAddress {
  type: "A" | "AAAA";
  address: pulumi.Output<string>;
}

/** The global external Application Load Balancer at one IPv4 and one IPv6 address: TLS 1.2 or newer, and HTTP to HTTPS. */
export function loadBalancer(name: string, args: LoadBalancerArgs, parent: pulumi.Resource): PublicAddress[] {
  const { context, urlMap, redirectMap, certificateMapId, protect, transform } = args;
  const child = { parent };
  const sslPolicy = new compute.SSLPolicy(
    `${name}-tls`,
    // Ciphers with forward secrecy only ("SSL policies for SSL and TLS protocols", Cloud Load Balancing documentation).
    { profile: "RESTRICTED", minTlsVersion: "TLS_1_2", description: `TLS of ${context.name}` },
    child,
  );
  const proxyArgs: compute.TargetHttpsProxyArgs = {
    urlMap: urlMap.id,
    sslPolicy: sslPolicy.id,
    certificateMap: pulumi.interpolate`//certificatemanager.googleapis.com/${certificateMapId}`,
    quicOverride: "ENABLE",
  };
  const httpsName = `${name}-https`;
  const https = new compute.TargetHttpsProxy(httpsName, transformed(transform, proxyArgs, httpsName), child);
  const http = new compute.TargetHttpProxy(`${name}-http`, { urlMap: redirectMap.id }, child);
  return (["IPV4", "IPV6"] as const).map((ipVersion) => {
    const family = ipVersion.toLowerCase();
    const address = new compute.GlobalAddress(
      `${name}-${family}`,
      { addressType: "EXTERNAL", ipVersion, description: `Address of ${context.name}`, labels: labels(context) },
      { parent, protect },
    );
    const doors = [
      { door: "https", portRange: "443", target: https.id },
      { door: "http", portRange: "80", target: http.id },
    ];
    for (const { door, portRange, target } of doors) {
      new compute.GlobalForwardingRule(
        `${name}-${family}-${door}`,
        {
          loadBalancingScheme: "EXTERNAL_MANAGED",
          ipProtocol: "TCP",
          ipAddress: address.id,
          portRange,
          target,
          labels: labels(context),
        },
        child,
      );
    }
    return { type: ipVersion === "IPV4" ? "A" : "AAAA", address: address.address };
  });
}
