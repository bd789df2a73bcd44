import type * as cloudfront from "@pulumi/aws/cloudfront";
import * as route53 from "@pulumi/aws/route53";
import { getZoneOutput } from "@pulumi/aws/route53/getZone";
import type * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import type { EdgeArgs } from "../../contract";
import { contentName, type Edge, formerly, type Transform } from "../../contract";
import { certificate } from "../certificate";
import type { AwsCompute } from "../compute";
import type { AwsNetwork } from "../network";
import type { AwsStorage } from "../storage";
import { accessLogs } from "./access-logs";
import { distribution } from "./distribution";
import { cloudFrontRegion, firewall } from "./waf";

/** Changes of single resources of the edge. */
export interface EdgeTransforms {
  distribution?: Transform<cloudfront.DistributionArgs>;
  firewall?: Transform<wafv2.WebAclArgs>;
}

/** CloudFront with AWS WAF, a certificate for all hosts, and their DNS records. */
export class AwsEdge extends pulumi.ComponentResource implements Edge {
  readonly url: pulumi.Output<string>;
  readonly distributionId: pulumi.Output<string>;
  readonly distributionDomain: pulumi.Output<string>;

  constructor(
    name: string,
    args: EdgeArgs & { compute: AwsCompute | undefined; storage: AwsStorage; network: AwsNetwork } & {
      transform?: EdgeTransforms;
    },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:aws:Cdn", name, {}, opts);
    const { context, spec, compute, storage, transform } = args;
    const hosts = spec.hosts.map(({ host }) => host);
    const [first, ...others] = hosts;
    if (first === undefined) throw new Error(`${name}: the topology has no host`);

    const certificateArn = certificate(
      `${name}-certificate`,
      { context, zone: spec.zone, hosts: [first, ...others], region: cloudFrontRegion },
      this,
    );
    const acl = firewall(
      `${name}-firewall`,
      { context, spec: spec.waf, logRetentionDays: spec.accessLogRetentionDays, transform: transform?.firewall },
      this,
    );
    const served = distribution(
      `${name}-distribution`,
      { context, spec, compute, storage, certificateArn, firewallArn: acl.arn, transform: transform?.distribution },
      this,
    );
    accessLogs(`${name}-access-logs`, { context, distribution: served, bucketArn: storage.accessLogBucketArn }, this);
    this.records(name, hosts, spec.zone, served);

    this.url = pulumi.output(`https://${first}`);
    this.distributionId = served.id;
    this.distributionDomain = served.domainName;
    this.registerOutputs({ url: this.url, distributionId: this.distributionId });
  }

  private records(name: string, hosts: string[], zoneName: string, served: cloudfront.Distribution): void {
    const zone = getZoneOutput({ name: zoneName }, { parent: this });
    hosts.forEach((host, i) => {
      for (const type of ["A", "AAAA"] as const) {
        new route53.Record(
          // By host: Route 53 refuses a second record of a name while the first is there.
          `${name}-record-${contentName(host)}-${type.toLowerCase()}`,
          {
            zoneId: zone.zoneId,
            name: host,
            type,
            aliases: [{ name: served.domainName, zoneId: served.hostedZoneId, evaluateTargetHealth: false }],
          },
          { parent: this, ...formerly(`${name}-record-${i + 1}-${type.toLowerCase()}`) },
        );
      }
    });
  }
}
