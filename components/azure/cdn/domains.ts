import * as cdn from "@pulumi/azure-native/cdn";
import * as dns from "@pulumi/azure-native/dns";
import type * as pulumi from "@pulumi/pulumi";
import type { AzurePlatformSpec } from "../../contract";
import { type EdgeArgs, inProfile } from "./profile";

/** Seconds for which a record is kept by resolvers. */
const ttl = 300;

/** The hosts with managed certificates over TLS 1.2 or newer, the proof that they are ours, and their records. */
export function domains(
  name: string,
  args: EdgeArgs & { endpoint: cdn.AFDEndpoint; platform: AzurePlatformSpec },
  parent: pulumi.Resource,
): Map<string, cdn.AFDCustomDomain> {
  const { spec, endpoint, platform } = args;
  const zone = { zoneName: spec.zone, resourceGroupName: platform.dnsResourceGroup };
  return new Map(
    spec.hosts.map(({ host }, i) => {
      const domain = new cdn.AFDCustomDomain(
        `${name}-${i + 1}`,
        {
          ...inProfile(args),
          customDomainName: host.replaceAll(".", "-"),
          hostName: host,
          tlsSettings: {
            certificateType: cdn.AfdCertificateType.ManagedCertificate,
            minimumTlsVersion: cdn.AfdMinimumTlsVersion.TLS12,
            cipherSuiteSetType: cdn.AfdCipherSuiteSetType.TLS12_2023,
          },
        },
        { parent },
      );
      const label = host === spec.zone ? "@" : host.slice(0, -spec.zone.length - 1);
      new dns.RecordSet(
        `${name}-${i + 1}-proof`,
        {
          ...zone,
          relativeRecordSetName: label === "@" ? "_dnsauth" : `_dnsauth.${label}`,
          recordType: "TXT",
          ttl,
          txtRecords: [{ value: [domain.validationProperties.validationToken] }],
        },
        { parent },
      );
      if (label === "@") {
        // A zone's own name can have no CNAME: an alias of the endpoint.
        for (const recordType of ["A", "AAAA"] as const) {
          new dns.RecordSet(
            `${name}-${i + 1}-${recordType.toLowerCase()}`,
            { ...zone, relativeRecordSetName: label, recordType, ttl, targetResource: { id: endpoint.id } },
            { parent },
          );
        }
      } else {
        new dns.RecordSet(
          `${name}-${i + 1}-cname`,
          {
            ...zone,
            relativeRecordSetName: label,
            recordType: "CNAME",
            ttl,
            cnameRecord: { cname: endpoint.hostName },
          },
          { parent },
        );
      }
      return [host, domain];
    }),
  );
}
