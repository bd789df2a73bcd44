import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isSet, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { everywhere, flagSetting } from "../../core/setting";

const ofBucket = "aws:s3/bucketLogging:BucketLogging";

const required = flagSetting("required", "Whether buckets have to log each request.", everywhere(false));

/**
 * Buckets log requests, where that is asked for: CloudTrail and Cloud Audit Logs see them too, where their data events are on.
 * Azure's accounts log through diagnostic settings.
 */
export const rule: Rule = {
  id: "logging-bucket",
  title: "Buckets log requests, where that is asked for.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], "PCI DSS 4.0": ["10.2.1"] },
  why: "After a leak nobody can tell which objects were read, and by whom.",
  fix: "Add a BucketLogging to a bucket for logs, or logging.logBucket on Google Cloud.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  breaksBy: {
    "aws:s3/bucket:Bucket": ["logging.targetBucket"],
    "gcp:storage/bucket:Bucket": ["logging.logBucket"],
    "aws:s3/bucketLogging:BucketLogging": ["bucket", "targetBucket"],
  },
  settings: [required],
  companions: [ofBucket],
  checks: {
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket, context) => {
      if (!context.get(required)) return [];
      // A bucket for logs would log its own logging.
      const isForLogs = context.companions(ofBucket, "targetBucket").length > 0;
      if (isForLogs || context.companions(ofBucket, "bucket").length > 0) return [];
      return must(bucket.at("logging").at("targetBucket"), isSet);
    }),
    "gcp:storage/bucket:Bucket": check<gcp.storage.BucketArgs>((bucket, context) =>
      context.get(required) ? must(bucket.at("logging").at("logBucket"), isSet) : [],
    ),
  },
};
