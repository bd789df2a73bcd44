import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isNoneOf, requireIfSet } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofGrants, openMembers, openStatements } from "../../kinds/everyone";

/** `authenticated-read` is for everybody who has an account of Amazon's. */
const publicAcls = isNoneOf(["public-read", "public-read-write", "authenticated-read"]);
const publicGoogleAcls = isNoneOf(["publicRead", "publicReadWrite", "authenticatedRead"]);

/** Groups of S3's that are everybody: AllUsers, AuthenticatedUsers. */
function openGrantees(uris: readonly View[]): Finding[] {
  return uris
    .filter((uri) => /\/global\/(AllUsers|AuthenticatedUsers)$/.test(uri.text() ?? ""))
    .map((uri) => ({ path: uri.path, found: uri.shown(), required: "accounts that you name" }));
}

const entity: Check = check<gcp.storage.BucketAccessControlArgs>((control) => openMembers([control.at("entity")]));

/**
 * Nobody is let into a bucket without a name. A CDN has one: CloudFront's service principal with a SourceArn, Cloud CDN's
 * service agent. Of Azure, `exposure-bucket-public-access` says it: a container is public as a whole or not at all.
 */
export const rule: Rule = {
  id: "exposure-bucket-grants",
  title: "Nobody is let into a bucket without a name.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.21"],
    "CIS GCP Foundation 5.0": ["5.1"],
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1", "CC6.6"],
  },
  why: "A bucket that everybody may read is copied by those who look for such buckets all day.",
  mend: "Grant named identities; have a CDN read what is meant for the public.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  breaksBy: {
    "aws:s3/bucketPolicy:BucketPolicy": [
      'policy.Statement[].Condition.IpAddress["aws:SourceIp"]',
      'policy.Statement[].Condition.StringEquals["aws:PrincipalOrgID"]',
      "policy.Statement[].Effect",
      "policy.Statement[].NotPrincipal",
      "policy.Statement[].Principal.AWS",
    ],
    "aws:s3/bucket:Bucket": [
      "acl",
      "grants[].uri",
      "policy.Statement[].Condition.*",
      "policy.Statement[].Effect",
      "policy.Statement[].NotPrincipal",
      "policy.Statement[].Principal.AWS",
    ],
    "aws:s3/bucketAcl:BucketAcl": ["accessControlPolicy.grants[].grantee.uri", "acl"],
    "gcp:storage/bucketIAMMember:BucketIAMMember": ["member"],
    "gcp:storage/managedFolderIamMember:ManagedFolderIamMember": ["member"],
    "gcp:storage/bucketIAMBinding:BucketIAMBinding": ["members"],
    "gcp:storage/managedFolderIamBinding:ManagedFolderIamBinding": ["members"],
    "gcp:storage/bucketIAMPolicy:BucketIAMPolicy": ["policyData.bindings[].members"],
    "gcp:storage/managedFolderIamPolicy:ManagedFolderIamPolicy": ["policyData.bindings[].members"],
    "gcp:storage/bucketACL:BucketACL": ["defaultAcl", "predefinedAcl", "roleEntities"],
    "gcp:storage/bucketAccessControl:BucketAccessControl": ["entity"],
    "gcp:storage/defaultObjectAccessControl:DefaultObjectAccessControl": ["entity"],
    "gcp:storage/objectAccessControl:ObjectAccessControl": ["entity"],
  },
  checks: {
    "aws:s3/bucketPolicy:BucketPolicy": check<aws.s3.BucketPolicyArgs>((bucket) => openStatements(bucket.at("policy"))),
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket) => [
      ...openStatements(bucket.at("policy")),
      ...requireIfSet(bucket.at("acl"), publicAcls),
      ...openGrantees(
        bucket
          .at("grants")
          .items()
          .map((grant) => grant.at("uri")),
      ),
    ]),
    "aws:s3/bucketAcl:BucketAcl": check<aws.s3.BucketAclArgs>((bucket) => [
      ...requireIfSet(bucket.at("acl"), publicAcls),
      ...openGrantees(
        bucket
          .at("accessControlPolicy")
          .at("grants")
          .items()
          .map((grant) => grant.at("grantee").at("uri")),
      ),
    ]),
    ...ofGrants(["gcp:storage/bucketIAM", "gcp:storage/managedFolderIam"]),
    "gcp:storage/bucketACL:BucketACL": check<gcp.storage.BucketACLArgs>((acl) => [
      ...requireIfSet(acl.at("predefinedAcl"), publicGoogleAcls),
      ...requireIfSet(acl.at("defaultAcl"), publicGoogleAcls),
      ...openMembers(acl.at("roleEntities").items()),
    ]),
    "gcp:storage/bucketAccessControl:BucketAccessControl": entity,
    "gcp:storage/defaultObjectAccessControl:DefaultObjectAccessControl": entity,
    "gcp:storage/objectAccessControl:ObjectAccessControl": entity,
  },
};
