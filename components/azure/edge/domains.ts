import * as cdn from "@pulumi/azure-native/cdn";
import * as dns from "@pulumi/azure-native/dns";
import type * as pulumi from "@pulumi/pulumi";
import { contentName, formerly } from "../../contract";
import type { AzurePlatformSpec } from "../platform";
import { type FrontDoorArgs, inProfile } from "./profile";

/** Seconds for which a record is kept by resolvers. */
const ttl = 300;

/** The hosts with managed certificates over TLS 1.2 or newer, the proof that they are ours, and their records. */
export function domains(
  name: string,
  args: FrontDoorArgs & { endpoint: cdn.AFDEndpoint; platform: AzurePlatformSpec },
  parent: pulumi.Resource,
): Map<string, cdn.AFDCustomDomain> {
  const { spec, endpoint, platform } = args;
  const zone = { zoneName: spec.zone, resourceGroupName: platform.dnsResourceGroup };
  return new Map(
    spec.hosts.map(({ host }, i) => {
      const own = `${name}-${contentName(host)}`;
      const was = (suffix = "") => formerly(`${name}-${i + 1}${suffix}`);
      const domain = new cdn.AFDCustomDomain(
        own,
        {
          ...inProfile(args),
          customDomainName: domainName(host),
          hostName: host,
          tlsSettings: {
            certificateType: cdn.AfdCertificateType.ManagedCertificate,
            minimumTlsVersion: cdn.AfdMinimumTlsVersion.TLS12,
            cipherSuiteSetType: cdn.AfdCipherSuiteSetType.TLS12_2023,
          },
        },
        { parent, ...was() },
      );
      // Records go before the domain does: a name that leads to nothing of ours could be taken by others.
      const record = (suffix: string) => ({ parent, dependsOn: [domain], ...was(`-${suffix}`) });
      const label = host === spec.zone ? "@" : host.slice(0, -spec.zone.length - 1);
      new dns.RecordSet(
        `${own}-proof`,
        {
          ...zone,
          relativeRecordSetName: label === "@" ? "_dnsauth" : `_dnsauth.${label}`,
          recordType: "TXT",
          ttl,
          txtRecords: [{ value: [domain.validationProperties.validationToken] }],
        },
        record("proof"),
      );
      if (label === "@") {
        // A zone's own name can have no CNAME: an alias of the endpoint.
        for (const recordType of ["A", "AAAA"] as const) {
          new dns.RecordSet(
            `${own}-${recordType.toLowerCase()}`,
            { ...zone, relativeRecordSetName: label, recordType, ttl, targetResource: { id: endpoint.id } },
            record(recordType.toLowerCase()),
          );
        }
      } else {
        new dns.RecordSet(
          `${own}-cname`,
          {
            ...zone,
            relativeRecordSetName: label,
            recordType: "CNAME",
            ttl,
            cnameRecord: { cname: endpoint.hostName },
          },
          record("cname"),
        );
      }
      return [host, domain];
    }),
  );
}

/** Name of a domain in the profile. Dots become hyphens; a host that has hyphens of its own would read like another. */
function domainName(host: string): string {
  return host.includes("-") ? contentName(host) : host.replaceAll(".", "-");
}
