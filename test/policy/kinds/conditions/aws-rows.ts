export const organization = "o-a1b2c3d4e5";
export const account = "111122223333";
/** A policy variable. */
const variable = (name: string) => `$\{${name}}`;

/** Values by key: those that fix who calls, and those that leave in everybody. */
export const values: readonly [key: string, fixed: readonly string[], open: readonly string[]][] = [
  ["aws:PrincipalOrgID", [organization], ["*", "o-*", "o-?1b2c3d4e5", "", " ", variable("aws:PrincipalOrgID")]],
  ["AWS:principalorgid", [organization], ["*"]],
  [
    "aws:PrincipalOrgPaths",
    [`${organization}/*`, `${organization}/r-1/ou-1/*`],
    ["*", "o-*/r-1/*", "*/r-1/*", organization],
  ],
  ["aws:PrincipalAccount", [account], ["*", "1111*"]],
  ["aws:SourceAccount", [account], ["*", variable("aws:PrincipalAccount")]],
  ["aws:SourceOwner", [account], ["*"]],
  ["aws:SourceOrgID", [organization], ["o-*"]],
  [
    "aws:PrincipalArn",
    [
      `arn:aws:iam::${account}:role/app`,
      `arn:aws:iam::${account}:role/*`,
      `arn:aws-cn:sts::${account}:assumed-role/*/*`,
    ],
    [
      "arn:aws:iam::*:role/*",
      "arn:aws:iam::*:role/app",
      "*",
      "arn:*",
      "arn:aws:iam::1111*:role/app",
      variable("aws:PrincipalArn"),
    ],
  ],
  [
    "aws:SourceArn",
    [
      `arn:aws:cloudfront::${account}:distribution/*`,
      "arn:aws:s3:::data",
      "arn:aws:s3:::data/*",
      "arn:aws:route53:::hostedzone/Z1",
    ],
    ["arn:aws:s3:::*", "arn:aws:s3:::data-*", "arn:aws:sns:*:*:*", "arn:aws:route53:::hostedzone/*", "*", "data"],
  ],
  ["aws:SourceVpc", ["vpc-1234"], ["vpc-*"]],
  ["aws:SourceVpce", ["vpce-1234"], ["vpce-*", "*"]],
  [
    "aws:SourceIp",
    ["203.0.113.0/24", "203.0.113.7", "2001:db8::/32"],
    ["0.0.0.0/0", "::/0", "0.0.0.0/1", "2001::/16", "*", ""],
  ],
  ["aws:userid", ["AROAEXAMPLE:*", "AIDAEXAMPLE"], ["*", "AROA*:app", "*:app"]],
  ["kms:CallerAccount", [account], ["*"]],
  ["s3:DataAccessPointAccount", [account], ["*"]],
  ["s3:DataAccessPointArn", [`arn:aws:s3:eu-west-1:${account}:accesspoint/*`], ["arn:aws:s3:*:*:accesspoint/*"]],
  [
    "sns:Endpoint",
    ["*@example.com", "https://example.com/*", `arn:aws:sqs:eu-west-1:${account}:jobs`],
    ["*", "*@*", "https://*"],
  ],
  ["vpc-lattice-svcs:SourceVpcOwnerAccount", [account], ["*"]],
  // What any account can have by the same name, or sets by itself.
  ["aws:username", [], ["admin"]],
  ["aws:PrincipalTag/team", [], ["shop"]],
  ["aws:PrincipalType", [], ["User"]],
  ["aws:SourceIdentity", [], ["me"]],
  ["aws:VpcSourceIp", [], ["10.0.0.0/8"]],
  ["aws:Referer", [], ["https://example.com"]],
  ["aws:UserAgent", [], ["app"]],
  ["aws:ResourceAccount", [], [account]],
  ["aws:RequestedRegion", [], ["eu-west-1"]],
  ["s3:prefix", [], ["public"]],
  ["sts:ExternalId", [], ["secret"]],
  ["kms:ViaService", [], ["s3.eu-west-1.amazonaws.com"]],
];

/** By operator, who is left in where its value fixes the organization: beside an Allow, beside a Deny. */
export const operators: readonly [operator: string, allows: string, spares: string][] = [
  ["StringEquals", "named", "everybody"],
  ["StringEqualsIgnoreCase", "named", "everybody"],
  ["StringLike", "named", "everybody"],
  ["ArnEquals", "named", "everybody"],
  ["ArnLike", "named", "everybody"],
  ["IpAddress", "named", "everybody"],
  ["stringequals", "named", "everybody"],
  ["StringNotEquals", "everybody", "named"],
  ["StringNotEqualsIgnoreCase", "everybody", "named"],
  ["StringNotLike", "everybody", "named"],
  ["ArnNotEquals", "everybody", "named"],
  ["ArnNotLike", "everybody", "named"],
  ["NotIpAddress", "everybody", "named"],
  ["StringEqualsIfExists", "everybody", "everybody"],
  ["StringLikeIfExists", "everybody", "everybody"],
  ["StringNotEqualsIfExists", "everybody", "named"],
  ["ArnLikeIfExists", "everybody", "everybody"],
  ["ArnNotLikeIfExists", "everybody", "named"],
  ["ForAnyValue:StringEquals", "named", "everybody"],
  ["ForAnyValue:StringLike", "named", "everybody"],
  ["ForAnyValue:StringNotEquals", "everybody", "everybody"],
  ["ForAllValues:StringEquals", "everybody", "everybody"],
  ["ForAllValues:StringLike", "everybody", "everybody"],
  ["ForAllValues:StringNotLike", "everybody", "named"],
  ["ForAllValues:StringEqualsIfExists", "everybody", "everybody"],
  ["Null", "everybody", "everybody"],
  ["Bool", "everybody", "everybody"],
  ["BoolIfExists", "everybody", "everybody"],
  ["NumericEquals", "everybody", "everybody"],
  ["NumericLessThanIfExists", "everybody", "everybody"],
  ["DateGreaterThan", "everybody", "everybody"],
  ["BinaryEquals", "everybody", "everybody"],
  ["StringEqual", "everybody", "everybody"],
];

const orgIs = { "aws:PrincipalOrgID": organization };

/** Conditions as a whole: beside an Allow, beside a Deny. */
export const wholes: readonly [name: string, condition: object, allows: string, spares: string][] = [
  ["none", {}, "everybody", "nobody"],
  [
    "a list of fixed values",
    { StringEquals: { "aws:SourceAccount": [account, "444455556666"] } },
    "named",
    "everybody",
  ],
  ["a list with one wildcard", { StringLike: { "aws:SourceAccount": [account, "*"] } }, "everybody", "everybody"],
  ["a list without values", { StringEquals: { "aws:SourceAccount": [] } }, "everybody", "everybody"],
  ["one key of two", { StringEquals: { ...orgIs, "s3:prefix": "public" } }, "named", "everybody"],
  ["one operator of two", { Bool: { "aws:SecureTransport": "true" }, StringEquals: orgIs }, "named", "everybody"],
  ["a number beside", { NumericLessThan: { "s3:max-keys": 10 }, StringEquals: orgIs }, "named", "everybody"],
  ["only TLS", { Bool: { "aws:SecureTransport": "true" } }, "everybody", "everybody"],
  ["no TLS", { Bool: { "aws:SecureTransport": "false" } }, "everybody", "everybody"],
  ["an operator without keys", { StringEquals: {} }, "everybody", "nobody"],
  [
    "IfExists and there",
    { StringEqualsIfExists: orgIs, Null: { "aws:principalorgid": "false" } },
    "named",
    "everybody",
  ],
  [
    "IfExists and missing",
    { StringEqualsIfExists: orgIs, Null: { "aws:PrincipalOrgID": "true" } },
    "everybody",
    "everybody",
  ],
  [
    "IfExists, another there",
    { StringEqualsIfExists: orgIs, Null: { "aws:SourceVpc": false } },
    "everybody",
    "everybody",
  ],
  [
    "all values and there",
    {
      "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": `${organization}/*` },
      Null: { "aws:PrincipalOrgPaths": false },
    },
    "named",
    "everybody",
  ],
  ["services", { Bool: { "aws:PrincipalIsAWSService": "true" } }, "everybody", "everybody"],
  ["an EFS mount target", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } }, "named", "everybody"],
  ["no mount target", { Bool: { "elasticfilesystem:AccessedViaMountTarget": true } }, "named", "everybody"],
  ["but a mount target", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } }, "everybody", "named"],
  [
    "outside of the organization, and no service",
    { StringNotEqualsIfExists: orgIs, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } },
    "everybody",
    "named",
  ],
  [
    "outside of the organization, without TLS",
    { StringNotEquals: orgIs, Bool: { "aws:SecureTransport": "false" } },
    "everybody",
    "everybody",
  ],
  ["not a VPC endpoint, with a wildcard", { StringNotLike: { "aws:SourceVpce": "vpce-*" } }, "everybody", "everybody"],
];
