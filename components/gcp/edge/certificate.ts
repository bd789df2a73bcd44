import * as certificatemanager from "@pulumi/gcp/certificatemanager";
import * as dns from "@pulumi/gcp/dns";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, contentName, formerly, physicalName } from "../../contract";
import { labels } from "../labels";
import type { GcpPlatformSpec } from "../platform";

/** Arguments of the certificates. */
export interface CertificateArgs {
  context: ComponentContext;
  platform: GcpPlatformSpec;
  hosts: readonly string[];
}

/** How long others may keep a record, in seconds. */
export const recordTtl = 300;

/** Longest logical name here: Pulumi adds eight characters, and Certificate Manager takes names of 1 to 64 (provider). */
const longestName = 55;

/**
 * A managed certificate per host, each proved by a record of the zone, and the map by which the load balancer finds them.
 * All four resources of a host are named by it, so that another host changes none of them.
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
  hosts.forEach((host, place) => {
    const number = place + 1;
    const named = (kind: string, old: string) => ({
      logicalName: physicalName([name, ...(kind === "" ? [] : [kind]), contentName(host)], longestName),
      options: { parent, ...formerly(`${name}-${old}${number}`) },
    });
    const authorized = named("authorization", "authorization-");
    const authorization = new certificatemanager.DnsAuthorization(
      authorized.logicalName,
      { domain: host, description: `Proof of ${host}`, ...own },
      authorized.options,
    );
    const proof = authorization.dnsResourceRecords.apply(([record]) => record ?? emptyRecord);
    const proven = named("proof", "proof-");
    const record = new dns.RecordSet(
      proven.logicalName,
      {
        project: platform.project,
        managedZone: platform.dnsZone,
        name: proof.name,
        type: proof.type,
        rrdatas: [proof.data],
        ttl: recordTtl,
      },
      proven.options,
    );
    const certified = named("", "");
    const certificate = new certificatemanager.Certificate(
      certified.logicalName,
      {
        description: `Certificate of ${host}`,
        scope: "DEFAULT",
        managed: { domains: [host], dnsAuthorizations: [authorization.id] },
        ...own,
      },
      { ...certified.options, dependsOn: [record] },
    );
    const entered = named("entry", "entry-");
    new certificatemanager.CertificateMapEntry(
      entered.logicalName,
      { map: map.name, hostname: host, certificates: [certificate.id], description: host, ...own },
      entered.options,
    );
  });
  return map;
}

/** In a preview Certificate Manager has not said yet what it wants to see. */
const emptyRecord = { name: "_proof.", type: "CNAME", data: "_proof." };
