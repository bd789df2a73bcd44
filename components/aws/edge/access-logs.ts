import type * as cloudfront from "@pulumi/aws/cloudfront";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { deliveryRegion, deliverySourceName } from "../log-delivery";
import { tags } from "../tags";

/** From where to where access logs go. */
export interface AccessLogsArgs {
  context: ComponentContext;
  distribution: cloudfront.Distribution;
  bucketArn: pulumi.Input<string>;
}

/**
 * CloudFront's standard logging (v2): delivered to the log bucket without the ACLs that the older kind needs. The
 * delivery's parts live where CloudFront does.
 */
export function accessLogs(
  name: string,
  { context, distribution, bucketArn }: AccessLogsArgs,
  parent: pulumi.Resource,
): void {
  const child = { parent };
  const region = deliveryRegion;
  const source = new cloudwatch.LogDeliverySource(
    `${name}-source`,
    {
      name: deliverySourceName(context),
      logType: "ACCESS_LOGS",
      resourceArn: distribution.arn,
      region,
      tags: tags(context, `${name}-source`),
    },
    child,
  );
  const destination = new cloudwatch.LogDeliveryDestination(
    `${name}-destination`,
    {
      name: deliverySourceName(context),
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: bucketArn },
      region,
      tags: tags(context, `${name}-destination`),
    },
    child,
  );
  new cloudwatch.LogDelivery(
    `${name}-delivery`,
    {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      region,
      tags: tags(context, `${name}-delivery`),
    },
    child,
  );
}
