import * as dns from "@pulumi/gcp/dns";
import type * as pulumi from "@pulumi/pulumi";
import { contentName, formerly } from "../../contract";
import type { GcpPlatformSpec } from "../platform";
import { recordTtl } from "./certificate";
import type { PublicAddress } from "./load-balancer";

/** Arguments of the records. */
export interface RecordsArgs {
  platform: GcpPlatformSpec;
  hosts: readonly string[];
  addresses: readonly PublicAddress[];
}

/**
 * Records of the hosts in the zone that the stack names, each named by its host. The provider's create takes over a record
 * that is there, and its delete goes by the record's name alone (`resource_dns_record_set.go`): were they named by their
 * place, a host that moves in the list would be written by one resource and then deleted by the other.
 */
export function records(name: string, { platform, hosts, addresses }: RecordsArgs, parent: pulumi.Resource): void {
  hosts.forEach((host, place) => {
    for (const { type, address } of addresses) {
      const family = type.toLowerCase();
      new dns.RecordSet(
        `${name}-${contentName(host)}-${family}`,
        {
          project: platform.project,
          managedZone: platform.dnsZone,
          name: `${host}.`,
          type,
          rrdatas: [address],
          ttl: recordTtl,
        },
        { parent, ...formerly(`${name}-${place + 1}-${family}`) },
      );
    }
  });
}
