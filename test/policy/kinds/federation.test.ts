import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { openTrust } from "../../../policy/kinds/federation";

const github = "token.actions.githubusercontent.com";
const eks = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const bitbucket = "api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc";
const own = "login.example.com";
const pool = "eu-west-1:11111111-2222-3333-4444-555555555555";

/** By issuer and claim: values that fix whose a token is, and those that do not. */
const claims: readonly [issuer: string, claim: string, fixed: readonly string[], open: readonly string[]][] = [
  [
    github,
    "sub",
    [
      "repo:shop/web:ref:refs/heads/main",
      "repo:shop/web:*",
      "repo:shop/*",
      "repository_owner_id:123:*",
      "repo:shop@12/web@34:*",
      "repository_owner:shop",
    ],
    [
      "environment:production",
      "job_workflow_ref:shop/ci/.github/workflows/x.yml@refs/heads/main",
      "*",
      "repo:*",
      "repo:shop*",
      "repo:*/web:ref:refs/heads/main",
      "repo:sh?p/web:*",
      "",
    ],
  ],
  [github, "aud", [], ["sts.amazonaws.com"]],
  [github, "repository", ["shop/web", "shop/*"], ["*", "*/web", "shop*"]],
  [github, "repository_id", ["123"], ["*"]],
  [github, "job_workflow_ref", [], ["shop/ci/.github/workflows/deploy.yml@refs/heads/main"]],
  [github, "actor", [], ["me"]],
  [
    "gitlab.com",
    "sub",
    ["project_path:shop/web:ref_type:branch:ref:main", "project_path:shop/*"],
    ["project_path:*", "*"],
  ],
  ["gitlab.com", "aud", [], ["https://gitlab.com"]],
  [
    "app.terraform.io",
    "sub",
    ["organization:shop:project:*:workspace:*:run_phase:*"],
    ["organization:*:project:web:*", "*"],
  ],
  ["app.terraform.io", "aud", [], ["aws.workload.identity"]],
  ["agent.buildkite.com", "sub", ["organization:shop:pipeline:web:*"], ["organization:*"]],
  [
    eks,
    "sub",
    ["system:serviceaccount:shop:web", "system:serviceaccount:shop:*"],
    ["system:serviceaccount:*:web", "*"],
  ],
  [eks, "aud", [], ["sts.amazonaws.com"]],
  ["accounts.google.com", "sub", ["108000002380243782158"], ["*"]],
  ["accounts.google.com", "aud", ["108000002380243782158"], ["*"]],
  ["accounts.google.com", "oaud", [], ["sts.amazonaws.com"]],
  ["cognito-identity.amazonaws.com", "aud", [pool], ["*", "eu-west-1:*"]],
  ["cognito-identity.amazonaws.com", "amr", [], ["authenticated"]],
  ["www.amazon.com", "app_id", ["amzn1.application-oa2-client.1"], ["*"]],
  ["graph.facebook.com", "app_id", ["111122223333"], ["*"]],
  [
    bitbucket,
    "sub",
    ["{11111111-2222-3333-4444-555555555555}:*", "{11111111-2222-3333-4444-555555555555}:{a}:b"],
    ["*", "{*}:*"],
  ],
  [own, "sub", ["org/1/project/2/user/3", "org/1/project/*"], ["*", "org/*", "org*"]],
  [own, "azp", ["app"], ["*"]],
  [own, "aud", [], ["app"]],
];

const arn = (issuer: string) =>
  /^(accounts\.google\.com|cognito-identity|www\.amazon|graph\.facebook)/.test(issuer)
    ? issuer
    : `arn:aws:iam::111122223333:oidc-provider/${issuer}`;

function trust(issuer: string, ...statements: object[]): number {
  const first = { Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: arn(issuer) } };
  const all = statements.map((statement) => ({ ...first, ...statement }));
  return openTrust(View.of(JSON.stringify({ Version: "2012-10-17", Statement: all }))).length;
}

/** Keys of IAM's own, with values that say nothing of whose a token is. */
const globalKeys = {
  "aws:RequestedRegion": "eu-west-1",
  "aws:SecureTransport": "true",
  "aws:SourceAccount": "111122223333",
  "sts:RoleSessionName": "ci",
};

describe("a role's trust of an issuer", () => {
  for (const issuer of [...new Set(claims.map(([one]) => one)), "api.pulumi.com/oidc"]) {
    it(`${issuer} is not held by keys of IAM's own`, () => {
      for (const [key, value] of Object.entries(globalKeys)) {
        assert.equal(trust(issuer, { Condition: { StringEquals: { [key]: value } } }), 1, key);
      }
    });
  }

  for (const [issuer, claim, fixed, open] of claims) {
    it(`${issuer}: ${claim}`, () => {
      const like = (value: string) => trust(issuer, { Condition: { StringLike: { [`${issuer}:${claim}`]: value } } });
      assert.deepEqual(
        fixed.filter((value) => like(value) > 0),
        [],
        "fixes it",
      );
      assert.deepEqual(
        open.filter((value) => like(value) === 0),
        [],
        "leaves it open",
      );
    });
  }

  const sub = { [`${github}:sub`]: "repo:shop/web:*" };
  const rows: readonly [name: string, statements: object[], open: number][] = [
    ["no condition", [{}], 1],
    [
      "an audience and a subject",
      [{ Condition: { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" }, StringLike: sub } }],
      0,
    ],
    ["another subject", [{ Condition: { StringNotEquals: sub } }], 1],
    ["another subject, by pattern", [{ Condition: { StringNotLike: sub } }], 1],
    ["a subject if there is one", [{ Condition: { StringLikeIfExists: sub } }], 1],
    ["all subjects, of which there may be none", [{ Condition: { "ForAllValues:StringLike": sub } }], 1],
    ["any subject", [{ Condition: { "ForAnyValue:StringLike": sub } }], 0],
    ["a subject that is there", [{ Condition: { Null: { [`${github}:sub`]: "false" } } }], 1],
    [
      "two subjects, one open",
      [{ Condition: { StringLike: { [`${github}:sub`]: ["repo:shop/web:*", "repo:*"] } } }],
      1,
    ],
    [
      "a key in other letters",
      [{ Condition: { StringLike: { [`${github.toUpperCase()}:SUB`]: "repo:shop/web:*" } } }],
      0,
    ],
    [
      "an account's organization, which tokens have not",
      [{ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
      1,
    ],
    ["a Deny of all other subjects", [{}, { Effect: "Deny", Condition: { StringNotLike: sub } }], 0],
    [
      "a Deny of all other subjects, to everybody",
      [{}, { Effect: "Deny", Principal: "*", Action: "sts:*", Condition: { StringNotLike: sub } }],
      0,
    ],
    [
      "a Deny to another issuer",
      [{}, { Effect: "Deny", Principal: { Federated: arn("gitlab.com") }, Condition: { StringNotLike: sub } }],
      1,
    ],
    ["a Deny of some subjects", [{}, { Effect: "Deny", Condition: { StringLike: sub } }], 1],
    ["one open statement beside one that is not", [{ Condition: { StringLike: sub } }, {}], 1],
    ["a provider of SAML", [{ Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/own" } }], 0],
    ["a service", [{ Principal: { Service: "ecs-tasks.amazonaws.com" } }], 0],
    ["everybody", [{ Principal: "*" }], 1],
    [
      "everybody with an external id",
      [{ Principal: { AWS: "*" }, Condition: { StringEquals: { "sts:ExternalId": "secret" } } }],
      1,
    ],
    [
      "everybody of an organization",
      [{ Principal: { AWS: "*" }, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
      0,
    ],
    [
      "roles of every account",
      [{ Principal: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/app" } } }],
      1,
    ],
  ];
  for (const [name, statements, open] of rows) {
    it(`${name}: ${open} open`, () => assert.equal(trust(github, ...statements), open));
  }
});
