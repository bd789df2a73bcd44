import type { PlanResource } from "../../../../preview/model/plan";
import { otherwise, type Reader, type Readings } from "../../fact";
import type { storageFacts } from "../../facts/data";
import { fields, input, list, type Native, table, text } from "../../native";

/** S3. */
export const awsStorage: Readings<typeof storageFacts> = {
  "storage: buckets": ofBuckets("bucket:Bucket", () => true),
  "storage: versions": ofBuckets(
    "bucketVersioning:BucketVersioning",
    (its) => input(its, "versioningConfiguration.status") === "Enabled",
  ),
  "storage: days of earlier versions": ofRules("noncurrentVersionExpiration", "noncurrentDays"),
  "storage: days of objects": ofRules("expiration", "days"),
  "storage: days of uploads that never completed": ofRules("abortIncompleteMultipartUpload", "daysAfterInitiation"),
  "storage: origins": ofCors("allowedOrigins"),
  "storage: methods": ofCors("allowedMethods"),
  "storage: seconds of CORS answers": ofCors("maxAgeSeconds"),
  "storage: TLS only": ofBuckets("bucketPolicy:BucketPolicy", (its) =>
    /"Effect":"Deny","Principal":"\*","Action":"s3:\*".*"aws:SecureTransport":"false"/.test(text(its, "policy")),
  ),
  "storage: nothing public": ofBuckets("bucketPublicAccessBlock:BucketPublicAccessBlock", (its) =>
    ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].every(
      (refusal) => input(its, refusal) === true,
    ),
  ),
  "storage: encrypted with a key of its own": otherwise(
    ofBuckets("bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", (its) =>
      text(its, "rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId").includes(":key/"),
    ),
  ),
  "storage: held by Pulumi": ofBuckets(
    "bucket:Bucket",
    (bucket) => bucket.protect && input(bucket, "forceDestroy") === false,
  ),
};

/** The application's buckets, not the one of the logs. */
function ofBuckets(type: string, value: (resource: PlanResource) => unknown): Reader {
  return (native) =>
    table(
      native.all(`aws:s3/${type}`, "storage").filter((resource) => bucketOf(native, resource) !== "logs"),
      (resource) => bucketOf(native, resource),
      value,
    );
}

function bucketOf(native: Native, resource: PlanResource): string {
  return native.short(resource, "storage").replace(/-(versioning|lifecycle|cors|policy|public-access|encryption)$/, "");
}

function ofRules(rule: string, field: string): Reader {
  return ofBuckets("bucketLifecycleConfiguration:BucketLifecycleConfiguration", (its) =>
    list(input(its, "rules"))
      .map((each) => fields(fields(each)[rule])[field])
      .find((days) => days !== undefined),
  );
}

function ofCors(field: string): Reader {
  return ofBuckets("bucketCorsConfiguration:BucketCorsConfiguration", (its) => input(its, `corsRules.0.${field}`));
}
