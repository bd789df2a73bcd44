import * as pulumi from "@pulumi/pulumi";
import { physicalName } from "../contract";

/** Longest name of a bucket (Amazon S3 User Guide, "General purpose bucket naming rules"), and of an account's number. */
const longestBucketName = 63;
const accountDigits = 12;

/**
 * Name of a bucket. Names of buckets are unique in the world; the account makes this one so without making it random.
 */
export function physicalBucketName(
  topology: string,
  bucket: string,
  accountId: pulumi.Output<string>,
): pulumi.Output<string> {
  const own = physicalName([topology, bucket], longestBucketName - accountDigits - 1);
  return pulumi.interpolate`${own}-${accountId}`;
}
