import * as certificatemanager from "@pulumi/gcp/certificatemanager";
import * as dns from "@pulumi/gcp/dns";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, GcpPlatformSpec } from "../../contract";
import { labels } from "../labels";

/** What the certificates are built from. */
export interface CertificateArgs {
  context: ComponentContext;
  platform: GcpPlatformSpec;
  hosts: readonly string[];
}

/** How long others may keep a record, in seconds. */
export const recordTtl = 300;

/**
 * A managed certificate per host, so that another host changes none of them, each proved by a record of the zone, and the
 * map by which the load balancer finds them.
 */
export function certificateMap(
  name: string,
  { context, platform, hosts }: CertificateArgs,
  parent: pulumi.Resource,
): certificatemanager.CertificateMap {
  const child = { parent };
  const own = { labels: labels(context) };
  const map = new certificatemanager.CertificateMap(
    `${name}-map`,
    { description: `Certificates of ${context.name}`, ...own },
    child,
  );
  hosts.forEach((host, i) => {
    const number = i + 1;
    const authorization = new certificatemanager.DnsAuthorization(
      `${name}-authorization-${number}`,
      { domain: host, description: `Proof of ${host}`, ...own },
      child,
    );
    const proof = authorization.dnsResourceRecords.apply(([record]) => record ?? emptyRecord);
    const record = new dns.RecordSet(
      `${name}-proof-${number}`,
      {
        project: platform.project,
        managedZone: platform.dnsZone,
        name: proof.name,
        type: proof.type,
        rrdatas: [proof.data],
        ttl: recordTtl,
      },
      child,
    );
    const certificate = new certificatemanager.Certificate(
      `${name}-${number}`,
      {
        description: `Certificate of ${host}`,
        scope: "DEFAULT",
        managed: { domains: [host], dnsAuthorizations: [authorization.id] },
        ...own,
      },
      { parent, dependsOn: [record] },
    );
    new certificatemanager.CertificateMapEntry(
      `${name}-entry-${number}`,
      { map: map.name, hostname: host, certificates: [certificate.id], description: host, ...own },
      child,
    );
  });
  return map;
}

/** In a preview Certificate Manager has not said yet what it wants to see. */
const emptyRecord = { name: "_proof.", type: "CNAME", data: "_proof." };
