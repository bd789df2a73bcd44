import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/**
 * The parts of a physical name, joined, within the length that the service takes. What is too long is cut and ends in a
 * digest of the whole, so that two names that begin alike stay two.
 */
export function physicalName(parts: readonly (string | number)[], longest: number): string {
  const name = parts.join("-");
  if (name.length <= longest) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return `${name.slice(0, longest - digest.length - 1).replace(/-+$/, "")}-${digest}`;
}

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
