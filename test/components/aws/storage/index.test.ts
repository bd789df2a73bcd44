import assert from "node:assert/strict";
import { type Child, type Concept, conceptOf } from "../../../support/concept";
import { jsonInput } from "../../../support/plan-queries";

const account = "123456789012"; // the simulated one

interface Statement {
  Sid: string;
  Effect: string;
  Principal: unknown;
  Action: string;
  Resource: string | string[];
  Condition?: unknown;
}

const privateBucket = (name: string): Child[] => [
  ["s3.Bucket", name, `fixture-prod-${name}-${account}`],
  ["s3.BucketOwnershipControls", `${name}-ownership`],
  ["s3.BucketPublicAccessBlock", `${name}-public-access`],
  ["s3.BucketServerSideEncryptionConfiguration", `${name}-encryption`],
  ["s3.BucketVersioning", `${name}-versioning`],
  ["s3.BucketLifecycleConfiguration", `${name}-lifecycle`],
  ["s3.BucketPolicy", `${name}-policy`],
];

const tlsOnly = (bucket: string) => ({
  Sid: "TlsOnly",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [`arn:aws:s3:::${bucket}-${account}`, `arn:aws:s3:::${bucket}-${account}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

function statementsOf(storage: Concept, bucket: string): Statement[] {
  return jsonInput<{ Statement: Statement[] }>(storage.child("s3.BucketPolicy", `${bucket}-policy`), "policy")
    .Statement;
}

describe("aws storage", () => {
  let storage: Concept;
  before(async () => {
    storage = await conceptOf("fixture-aws-prod", "storage");
  });

  it("is the application's buckets and one for access logs", () => {
    storage.isMadeOf([
      ["kms.Key", "key"],
      ...privateBucket("logs"),
      ...["uploads", "assets", "exports"].flatMap((name): Child[] => [
        ...privateBucket(name),
        ["s3.BucketLogging", `${name}-logging`],
      ]),
      ["s3.BucketCorsConfiguration", "exports-cors"],
    ]);
  });

  it("says how the buckets are called, without that of the logs", () => {
    assert.deepEqual(storage.outputs, {
      bucketNames: Object.fromEntries(
        ["uploads", "assets", "exports"].map((name) => [name, `fixture-prod-${name}-${account}`]),
      ),
    });
  });

  for (const bucket of ["logs", "uploads", "assets", "exports"]) {
    it(`${bucket}: private, versioned, TLS only, hard to delete`, () => {
      storage.has("s3.BucketPublicAccessBlock", `${bucket}-public-access`, {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      });
      storage.has("s3.BucketOwnershipControls", `${bucket}-ownership`, {
        "rule.objectOwnership": "BucketOwnerEnforced",
      });
      storage.has("s3.BucketVersioning", `${bucket}-versioning`, { "versioningConfiguration.status": "Enabled" });
      storage.has("s3.Bucket", bucket, { forceDestroy: false });
      assert.equal(storage.child("s3.Bucket", bucket).protect, true);
      assert.deepEqual(statementsOf(storage, bucket)[0], tlsOnly(`fixture-prod-${bucket}`));
      // A policy that comes before the block could be refused as public.
      assert.ok(
        storage.waitsFor("s3.BucketPolicy", `${bucket}-policy`).has(`fixture-prod-storage-${bucket}-public-access`),
      );
    });
  }

  it("uploads: by a key of ours, cleaned up, logged", () => {
    storage.has("s3.BucketServerSideEncryptionConfiguration", "uploads-encryption", {
      "rules.0.applyServerSideEncryptionByDefault": {
        sseAlgorithm: "aws:kms",
        kmsMasterKeyId: storage.child("kms.Key", "key").outputs.arn,
      },
      "rules.0.bucketKeyEnabled": true,
    });
    storage.has("s3.BucketLifecycleConfiguration", "uploads-lifecycle", {
      "rules.0.noncurrentVersionExpiration.noncurrentDays": 90,
      "rules.0.abortIncompleteMultipartUpload.daysAfterInitiation": 7,
      "rules.0.expiration": undefined,
      "rules.1": undefined,
    });
    storage.has("s3.BucketLogging", "uploads-logging", {
      targetBucket: `fixture-prod-logs-${account}`,
      targetPrefix: "s3/uploads/",
    });
    assert.equal(statementsOf(storage, "uploads").length, 1);
  });

  it("logs: written by three services, by S3's own key, for 90 days", () => {
    const written = statementsOf(storage, "logs")
      .slice(1)
      .map(({ Effect, Principal, Action, Resource }) => [Effect, Principal, Action, Resource]);
    const logs = `arn:aws:s3:::fixture-prod-logs-${account}`;
    const service = (name: string) => ({ Service: `${name}.amazonaws.com` });
    assert.deepEqual(written, [
      ["Allow", service("logdelivery.elasticloadbalancing"), "s3:PutObject", `${logs}/alb/AWSLogs/${account}/*`],
      ["Allow", service("logging.s3"), "s3:PutObject", `${logs}/s3/*`],
      ["Allow", service("delivery.logs"), "s3:PutObject", `${logs}/AWSLogs/${account}/*`],
    ]);
    // Word for word what the delivery service writes itself where it finds no such statement.
    assert.deepEqual(statementsOf(storage, "logs").at(-1), {
      Sid: "AWSLogDeliveryWrite1",
      Effect: "Allow",
      Principal: service("delivery.logs"),
      Action: "s3:PutObject",
      Resource: `${logs}/AWSLogs/${account}/*`,
      Condition: {
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": [account] },
        ArnLike: {
          "aws:SourceArn": [`arn:aws:logs:us-east-1:${account}:delivery-source:fixture-prod-cloudfront`],
        },
      },
    });
    storage.has("s3.BucketServerSideEncryptionConfiguration", "logs-encryption", {
      "rules.0.applyServerSideEncryptionByDefault": { sseAlgorithm: "AES256" },
    });
    storage.has("s3.BucketLifecycleConfiguration", "logs-lifecycle", { "rules.0.expiration.days": 90 });
  });

  it("a bucket of the edge may be read by distributions of this account, and by nobody else", async () => {
    const served = await conceptOf("small-aws-prod", "storage");
    const ofDistributions = { ArnLike: { "AWS:SourceArn": `arn:aws:cloudfront::${account}:distribution/*` } };
    assert.deepEqual(statementsOf(served, "assets"), [
      tlsOnly("small-prod-assets"),
      {
        Sid: "CloudFront",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:GetObject",
        Resource: `arn:aws:s3:::small-prod-assets-${account}/*`,
        Condition: ofDistributions,
      },
      {
        // So that a missing object is a 404.
        Sid: "CloudFrontMissing",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:ListBucket",
        Resource: `arn:aws:s3:::small-prod-assets-${account}`,
        Condition: ofDistributions,
      },
    ]);
    served.has("s3.BucketServerSideEncryptionConfiguration", "assets-encryption", {
      "rules.0.applyServerSideEncryptionByDefault": { sseAlgorithm: "AES256" },
    });
  });
});
