import { type ComponentContext, physicalName } from "../contract";

/** Region of the parts of a delivery of CloudFront's logs: where CloudFront itself is. */
export const deliveryRegion = "us-east-1";

/** Longest name of a delivery's source and destination (CloudWatch Logs API Reference, `PutDeliverySource`). */
const longestName = 60;

/** Name of the source of CloudFront's access logs, which the policy of the log bucket names. */
export function deliverySourceName({ name }: Pick<ComponentContext, "name">): string {
  return physicalName([name, "cloudfront"], longestName);
}
