import * as acm from "@pulumi/aws/acm";
import * as route53 from "@pulumi/aws/route53";
import { getZoneOutput } from "@pulumi/aws/route53/getZone";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, contentName, formerly } from "../contract";
import { tags } from "./tags";

/** Purpose and place of a certificate. */
export interface CertificateArgs {
  context: ComponentContext;
  /** Name of the DNS zone that proves the hosts. */
  zone: string;
  /** The first is the certificate's name, the others its alternatives. */
  hosts: [string, ...string[]];
  /** Region of the certificate; the provider's own where undefined. CloudFront reads from us-east-1 only. */
  region?: string;
}

/** A certificate of ACM, proved by DNS records and renewed by itself. Returns its ARN once it is issued. */
export function certificate(name: string, args: CertificateArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const { context, hosts, region } = args;
  const [domainName, ...alternatives] = hosts;
  const issued = new acm.Certificate(
    name,
    {
      domainName,
      subjectAlternativeNames: alternatives,
      validationMethod: "DNS",
      keyAlgorithm: "EC_prime256v1",
      region,
      tags: tags(context, name),
    },
    { parent },
  );
  const zone = getZoneOutput({ name: args.zone }, { parent });
  const records = hosts.map((host, i) => {
    const option = issued.domainValidationOptions.apply(
      (options) => options.find(({ domainName: named }) => named === host) ?? emptyOption,
    );
    return new route53.Record(
      // By host: ACM renews only while each host's record is there, so that no list may move one host's to another.
      `${name}-proof-${contentName(host)}`,
      {
        zoneId: zone.zoneId,
        name: option.resourceRecordName,
        type: option.resourceRecordType,
        records: [option.resourceRecordValue],
        ttl: 300,
        // The proof of a host is the same in every certificate of the account.
        allowOverwrite: true,
      },
      { parent, ...formerly(`${name}-proof-${i + 1}`) },
    );
  });
  return new acm.CertificateValidation(
    `${name}-validation`,
    { certificateArn: issued.arn, validationRecordFqdns: records.map(({ fqdn }) => fqdn), region },
    { parent },
  ).certificateArn;
}

/** In a preview ACM has not said yet what it wants to see. */
const emptyOption = {
  domainName: "",
  resourceRecordName: "_proof",
  resourceRecordType: "CNAME",
  resourceRecordValue: "_proof",
};
