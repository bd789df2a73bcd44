import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isNoneOf, mustIfSet } from "../../core/finding";
import { alike, type Check, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { membersOf, openPolicies } from "../../kinds/breaks";
import { ofGrants, openMembers, openStatements } from "../../kinds/everyone";
import { bucketGrants } from "../../kinds/google-grants";
import { bucketPolicies, ofDocuments } from "../../kinds/policy-documents";

/** `authenticated-read` is for everybody who has an account of Amazon's. */
const publicAcls = isNoneOf(["public-read", "public-read-write", "authenticated-read"]);
const publicGoogleAcls = isNoneOf(["publicRead", "publicReadWrite", "authenticatedRead"]);

/** Groups of S3's that are everybody: AllUsers, AuthenticatedUsers. */
function openGrantees(uris: readonly View[]): Finding[] {
  return uris
    .filter((uri) => /\/global\/(AllUsers|AuthenticatedUsers)$/.test(uri.text() ?? ""))
    .map((uri) => ({ path: uri.path, found: uri.shown(), required: "accounts that you name" }));
}

const objects = ["bucketObject:BucketObject", "bucketObjectv2:BucketObjectv2", "objectCopy:ObjectCopy"].map(
  (name) => `aws:s3/${name}`,
);
const objectAcl: Check = check<aws.s3.BucketObjectv2Args>((object) => mustIfSet(object.at("acl"), publicAcls));

const entities = [
  "gcp:storage/bucketAccessControl:BucketAccessControl",
  "gcp:storage/defaultObjectAccessControl:DefaultObjectAccessControl",
  "gcp:storage/objectAccessControl:ObjectAccessControl",
];
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
  fix: "Grant named identities; have a CDN read what is meant for the public.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  breaksBy: {
    ...openPolicies(bucketPolicies),
    ...openPolicies({ "aws:s3/bucket:Bucket": "policy" }, ["acl", "grants[].uri"]),
    "aws:s3/bucketAcl:BucketAcl": ["accessControlPolicy.grants[].grantee.uri", "acl"],
    ...alike(objects, ["acl"]),
    ...membersOf(bucketGrants),
    "gcp:storage/bucketACL:BucketACL": ["defaultAcl", "predefinedAcl", "roleEntities"],
    "gcp:storage/objectACL:ObjectACL": ["predefinedAcl", "roleEntities"],
    "gcp:storage/defaultObjectACL:DefaultObjectACL": ["roleEntities"],
    ...alike(entities, ["entity"]),
  },
  checks: {
    ...ofDocuments(bucketPolicies, openStatements),
    "aws:s3/bucket:Bucket": check<aws.s3.BucketArgs>((bucket) => [
      ...openStatements(bucket.at("policy")),
      ...mustIfSet(bucket.at("acl"), publicAcls),
      ...openGrantees(
        bucket
          .at("grants")
          .items()
          .map((grant) => grant.at("uri")),
      ),
    ]),
    "aws:s3/bucketAcl:BucketAcl": check<aws.s3.BucketAclArgs>((bucket) => [
      ...mustIfSet(bucket.at("acl"), publicAcls),
      ...openGrantees(
        bucket
          .at("accessControlPolicy")
          .at("grants")
          .items()
          .map((grant) => grant.at("grantee").at("uri")),
      ),
    ]),
    ...ofGrants(bucketGrants),
    "gcp:storage/bucketACL:BucketACL": check<gcp.storage.BucketACLArgs>((acl) => [
      ...mustIfSet(acl.at("predefinedAcl"), publicGoogleAcls),
      ...mustIfSet(acl.at("defaultAcl"), publicGoogleAcls),
      ...openMembers(acl.at("roleEntities").items()),
    ]),
    "gcp:storage/objectACL:ObjectACL": check<gcp.storage.ObjectACLArgs>((acl) => [
      ...mustIfSet(acl.at("predefinedAcl"), publicGoogleAcls),
      ...openMembers(acl.at("roleEntities").items()),
    ]),
    "gcp:storage/defaultObjectACL:DefaultObjectACL": check<gcp.storage.DefaultObjectACLArgs>((acl) =>
      openMembers(acl.at("roleEntities").items()),
    ),
    ...forTypes(objects, objectAcl),
    ...forTypes(entities, entity),
  },
};
