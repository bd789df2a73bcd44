import type { ResourceFixtures } from "../../core/fixture";
import { namedSource } from "../../kinds/everyone";
import { namingDocuments, namingGrants, openDocuments, openGrants } from "../../kinds/everyone.fixtures";
import { bucketGrants } from "../../kinds/google-grants";
import { bucketPolicies } from "../../kinds/policy-documents";

const fix = "Grant named identities; have a CDN read what is meant for the public.";
const policy = "aws:s3/bucketPolicy:BucketPolicy";
const bucket = "aws:s3/bucket:Bucket";
const acl = "aws:s3/bucketAcl:BucketAcl";
const googleAcl = "gcp:storage/bucketACL:BucketACL";
const entities = [
  "gcp:storage/bucketAccessControl:BucketAccessControl",
  "gcp:storage/defaultObjectAccessControl:DefaultObjectAccessControl",
  "gcp:storage/objectAccessControl:ObjectAccessControl",
];
const grants = bucketGrants;
const objects = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
];
const googleObjectAcl = "gcp:storage/objectACL:ObjectACL";
const googleDefaultAcl = "gcp:storage/defaultObjectACL:DefaultObjectACL";
const all = "http://acs.amazonaws.com/groups/global/AllUsers";
const others = "other values are private, or none";
const notPublic = 'not "public-read" or "public-read-write" or "authenticated-read"';
const notPublicGoogle = 'not "publicRead" or "publicReadWrite" or "authenticatedRead"';

const cloudFront = {
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "s3:GetObject",
  Condition: { ArnLike: { "AWS:SourceArn": "arn:aws:cloudfront::111122223333:distribution/*" } },
};

export const fixtures: ResourceFixtures = {
  passes: [
    ...namingDocuments(bucketPolicies),
    {
      name: "CloudFront",
      type: policy,
      properties: { bucket: "data", policy: JSON.stringify({ Statement: [cloudFront] }) },
      harmless: {
        policy: "without a policy nobody else is let in",
        "policy.Statement": "as without a policy",
        "policy.Statement[0].Principal": "the condition says whose distribution",
        "policy.Statement[0].Principal.Service": "as above",
      },
    },
    {
      name: "logs",
      type: bucket,
      properties: { acl: "log-delivery-write" },
      harmless: { acl: others },
    },
    {
      name: "private",
      type: acl,
      properties: {
        bucket: "data",
        acl: "private",
        accessControlPolicy: {
          grants: [{ permission: "WRITE", grantee: { uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" } }],
        },
      },
      harmless: {
        acl: others,
        "accessControlPolicy.grants": "without grants nobody else is let in",
        "accessControlPolicy.grants[0].grantee.uri": "only two groups are everybody",
      },
    },
    ...namingGrants(grants, { bucket: "data" }),
    {
      name: "private",
      type: googleAcl,
      properties: { predefinedAcl: "private", roleEntities: ["OWNER:project-owners-1"] },
      harmless: {
        predefinedAcl: others,
        roleEntities: "without entities nobody is let in",
        "roleEntities[0]": "only two names are everybody",
      },
    },
    ...objects.map((type) => ({
      name: "private",
      type,
      properties: { acl: "bucket-owner-full-control" },
      harmless: { acl: others },
    })),
    ...[googleObjectAcl, googleDefaultAcl].map((type) => ({
      name: "a group",
      type,
      properties: { roleEntities: ["READER:group-developers@example.com"] },
      harmless: {
        roleEntities: "without entities nobody is let in",
        "roleEntities[0]": "only two names are everybody",
      },
    })),
    ...entities.map((type) => ({
      name: "a group",
      type,
      properties: { bucket: "data", role: "READER", entity: "group-developers@example.com" },
      harmless: { entity: "only two names are everybody" },
    })),
  ],
  fails: [
    ...openDocuments(bucketPolicies, fix),
    ...objects.map((type) => ({
      name: "everybody",
      type,
      properties: { acl: "public-read" },
      messages: [`acl is "public-read"; required: ${notPublic}. ${fix}`],
    })),
    {
      name: "everybody, in two ways",
      type: googleObjectAcl,
      properties: { predefinedAcl: "publicRead", roleEntities: ["READER:allAuthenticatedUsers"] },
      messages: [
        `predefinedAcl is "publicRead"; required: ${notPublicGoogle}. ${fix}`,
        `roleEntities[0] is "READER:allAuthenticatedUsers"; required: members that you name. ${fix}`,
      ],
    },
    {
      name: "everybody",
      type: googleDefaultAcl,
      properties: { roleEntities: ["READER:allUsers"] },
      messages: [`roleEntities[0] is "READER:allUsers"; required: members that you name. ${fix}`],
    },
    {
      name: "everybody's CloudFront",
      type: policy,
      properties: { bucket: "data", policy: JSON.stringify({ Statement: [{ ...cloudFront, Condition: undefined }] }) },
      messages: [
        `policy.Statement[0].Principal.Service is "cloudfront.amazonaws.com" for everybody; required: ${namedSource}. ${fix}`,
      ],
    },
    {
      name: "everybody, in three ways",
      type: bucket,
      properties: {
        policy: JSON.stringify({ Statement: { ...cloudFront, Principal: "*", Condition: undefined } }),
        acl: "authenticated-read",
        grants: [{ type: "Group", permissions: ["READ"], uri: all }],
      },
      messages: [
        `policy.Statement.Principal is "*" without a condition that says who calls; required: principals that you name, or a condition that fixes their account or organization. ${fix}`,
        `acl is "authenticated-read"; required: ${notPublic}. ${fix}`,
        `grants[0].uri is "${all}"; required: accounts that you name. ${fix}`,
      ],
    },
    {
      name: "everybody",
      type: acl,
      properties: { bucket: "data", acl: "public-read" },
      messages: [`acl is "public-read"; required: ${notPublic}. ${fix}`],
    },
    {
      name: "everybody by a grant",
      type: acl,
      properties: {
        bucket: "data",
        accessControlPolicy: { grants: [{ permission: "READ", grantee: { type: "Group", uri: all } }] },
      },
      messages: [`accessControlPolicy.grants[0].grantee.uri is "${all}"; required: accounts that you name. ${fix}`],
    },
    ...openGrants(grants, { bucket: "data" }, fix),
    {
      name: "everybody, in three ways",
      type: googleAcl,
      properties: { predefinedAcl: "publicRead", defaultAcl: "authenticatedRead", roleEntities: ["READER:allUsers"] },
      messages: [
        `predefinedAcl is "publicRead"; required: ${notPublicGoogle}. ${fix}`,
        `defaultAcl is "authenticatedRead"; required: ${notPublicGoogle}. ${fix}`,
        `roleEntities[0] is "READER:allUsers"; required: members that you name. ${fix}`,
      ],
    },
    ...entities.map((type) => ({
      name: "everybody",
      type,
      properties: { bucket: "data", role: "READER", entity: "allUsers" },
      messages: [`entity is "allUsers"; required: members that you name. ${fix}`],
    })),
  ],
};
