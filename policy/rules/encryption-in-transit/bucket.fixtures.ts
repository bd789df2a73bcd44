import type { StackFixtureResource, StackFixtures } from "../../core/fixture";

const fix =
  'Add a BucketPolicy with {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::NAME", "arn:aws:s3:::NAME/*"], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.';
const required =
  "a statement that denies everybody s3:* on the bucket and its objects where aws:SecureTransport is false, without further conditions";
const denial = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::data-1", "arn:aws:s3:::data-1/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const bucket: StackFixtureResource = { name: "data", type: "aws:s3/bucket:Bucket", properties: { bucket: "data-1" } };

function policy(statement: unknown, bucketName = "data-1"): StackFixtureResource {
  return {
    name: "policy",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    properties: { bucket: bucketName, policy: JSON.stringify({ Version: "2012-10-17", Statement: statement }) },
  };
}

/** Statements that refuse every request without TLS, each in other words. */
const enough: Readonly<Record<string, object>> = {
  "everybody as a kind of principal": { ...denial, Principal: { AWS: "*" } },
  "everybody in a list": { ...denial, Principal: { AWS: ["*"] } },
  "all actions of all things": { ...denial, Action: "*", Resource: "*" },
  "a pattern for the objects' names too": { ...denial, Resource: "arn:aws:s3:::data-1*" },
  "a truth value, and the key in small letters": { ...denial, Condition: { Bool: { "aws:securetransport": false } } },
  "a list of values": { ...denial, Condition: { Bool: { "aws:SecureTransport": ["false"] } } },
  "if the key exists": { ...denial, Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } },
  "two statements together": [
    { ...denial, Resource: "arn:aws:s3:::data-1" },
    { ...denial, Resource: "arn:aws:s3:::data-1/*" },
  ],
};

/** Statements that leave some request without TLS to somebody. */
const tooLittle: Readonly<Record<string, object>> = {
  "denies only reading": { ...denial, Action: "s3:GetObject" },
  "denies all but one action": { ...denial, Action: undefined, NotAction: "s3:GetObject" },
  allows: { ...denial, Effect: "Allow" },
  "denies one role": { ...denial, Principal: { AWS: "arn:aws:iam::111122223333:role/app" } },
  "denies a service": { ...denial, Principal: { Service: "*" } },
  "denies all but one role": {
    ...denial,
    Principal: undefined,
    NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/app" },
  },
  "is about the objects only": { ...denial, Resource: "arn:aws:s3:::data-1/*" },
  "is about the bucket only": { ...denial, Resource: ["arn:aws:s3:::data-1"] },
  "is about some objects": { ...denial, Resource: ["arn:aws:s3:::data-1", "arn:aws:s3:::data-1/public/*"] },
  "names nothing": { ...denial, Resource: undefined },
  "denies requests with TLS": { ...denial, Condition: { Bool: { "aws:SecureTransport": "true" } } },
  "is narrowed by another operator": {
    ...denial,
    Condition: { ...denial.Condition, NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
  },
  "is narrowed by another key": {
    ...denial,
    Condition: { Bool: { "aws:SecureTransport": "false", "aws:ViaAWSService": "false" } },
  },
  "has an operator that IAM has not": { ...denial, Condition: { Boolean: { "aws:SecureTransport": "false" } } },
};

export const fixtures: StackFixtures = {
  stacks: [
    { name: "a policy by the bucket's name", resources: [bucket, policy([denial])], messages: {} },
    {
      name: "a policy by dependency",
      resources: [
        { ...bucket, properties: {} },
        { ...policy(denial, "made-later"), uses: { bucket: "data" } },
      ],
      messages: {},
    },
    {
      name: "a policy of its own",
      resources: [
        {
          name: "old",
          type: "aws:s3/bucketV2:BucketV2",
          properties: { policy: JSON.stringify({ Statement: [{ ...denial, Action: ["s3:*"] }] }) },
        },
      ],
      messages: {},
    },
    {
      name: "no policy",
      resources: [bucket],
      messages: { data: [`policy is not set: the bucket has no policy; required: ${required}. ${fix}`] },
    },
    {
      name: "a policy of another bucket",
      resources: [bucket, policy([denial], "another")],
      messages: { data: [`policy is not set: the bucket has no policy; required: ${required}. ${fix}`] },
    },
    ...Object.entries(enough).map(([name, statement]) => ({
      name,
      resources: [bucket, policy([statement].flat())],
      messages: {},
    })),
    ...Object.entries(tooLittle).map(([name, statement]) => ({
      name: `a policy that ${name}`,
      resources: [bucket, policy([statement])],
      messages: { data: [`policy is without such a statement; required: ${required}. ${fix}`] },
    })),
  ],
};
