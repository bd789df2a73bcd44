import * as dns from "@pulumi/gcp/dns";
import type * as pulumi from "@pulumi/pulumi";
import type { GcpPlatformSpec } from "../../contract";
import { recordTtl } from "./certificate";
import type { PublicAddress } from "./load-balancer";

/** What the records are built from. */
export interface RecordsArgs {
  platform: GcpPlatformSpec;
  hosts: readonly string[];
  addresses: readonly PublicAddress[];
}

/** Records of the hosts in the zone that the stack names. */
export function records(name: string, { platform, hosts, addresses }: RecordsArgs, parent: pulumi.Resource): void {
  hosts.forEach((host, i) => {
    for (const { type, address } of addresses) {
      new dns.RecordSet(
        `${name}-${i + 1}-${type.toLowerCase()}`,
        {
          project: platform.project,
          managedZone: platform.dnsZone,
          name: `${host}.`,
          type,
          rrdatas: [address],
          ttl: recordTtl,
        },
        { parent },
      );
    }
  });
}
