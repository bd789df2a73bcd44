import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { openCredential, openProvider, openTrust } from "../../../policy/kinds/federation";

const github = "token.actions.githubusercontent.com";
const eks = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";
const bitbucket = "api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc";
const guests = "cognito-identity.amazonaws.com";
const pulumi = "api.pulumi.com/oidc";
const vercel = "oidc.vercel.com";
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
      "repository_owner_id:12*",
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
  [
    "agent.buildkite.com",
    "sub",
    ["organization:shop:pipeline:web:*", "01849a90-477b-4fa8-9968-496074483cee"],
    ["organization:*", "organization:shop", "pipeline:web", "01849a90-477b-*"],
  ],
  ["agent.buildkite.com", "pipeline_id", ["01849a90-477b-4fa8-9968-496074483cee"], ["*"]],
  ["agent.buildkite.com", "pipeline_slug", [], ["web"]],
  [
    pulumi,
    "sub",
    [
      "pulumi:deploy:org:shop:project:web:stack:prod:operation:update:scope:write",
      "pulumi:deploy:org:shop:*",
      "pulumi:environments:org:shop:env:web/prod",
      "pulumi:environments:pulumi.organization.login:shop:currentEnvironment.name:web/prod",
    ],
    ["pulumi:deploy:org:*", "pulumi:deploy:org:sh*", "pulumi:environments:org:*", "pulumi:*", "*"],
  ],
  [pulumi, "aud", ["aws:shop", "shop"], ["aws:*", "*"]],
  [pulumi, "trigger_user", [], ["me"]],
  [`${pulumi}/v2`, "sub", ["pulumi:org:1:env:2", "pulumi:org:1:*"], ["pulumi:org:*", "pulumi:*"]],
  [`${pulumi}/v2`, "aud", [], ["aws:shop"]],
  [
    vercel,
    "sub",
    ["owner:shop:project:web:environment:production", "owner:shop:*"],
    ["owner:*:project:web:environment:production", "owner:sh*"],
  ],
  ["oidc.codefresh.io", "sub", ["account:1:pipeline:2", "account:1:pipeline:2:*"], ["account:*", "pipeline:2", "*"]],
  ["scalr.io", "sub", ["account:shop:environment:prod:workspace:*"], ["account:*", "account:sh*"]],
  ["login.app.env0.com/", "sub", ["auth0|691b8530eba074a8989d8726"], ["*", "auth0|*"]],
  [vercel, "owner_id", ["team_1"], ["*"]],
  [vercel, "environment", [], ["production"]],
  [vercel, "aud", [], ["https://vercel.com/shop"]],
  [`${vercel}/shop`, "sub", ["owner:shop:project:*:environment:production"], ["*"]],
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
    [
      "{11111111-2222-3333-4444-555555555555}:*",
      "{11111111-2222-3333-4444-555555555555}*:*",
      "{11111111-2222-3333-4444-555555555555}:{a}:b",
    ],
    ["*", "{*}:*", "{11111111-2222-*", "*:{11111111-2222-3333-4444-555555555555}"],
  ],
  [
    bitbucket,
    "aud",
    ["ari:cloud:bitbucket::workspace/11111111-2222-3333-4444-555555555555"],
    ["*", "sts.amazonaws.com", "ari:cloud:bitbucket::workspace/*", "ari:*"],
  ],
  [bitbucket, "repositoryUuid", ["{11111111-2222-3333-4444-555555555555}"], ["*"]],
  [own, "sub", ["org/1/project/2/user/3", "org/1/project/*"], ["*", "org/*", "org*"]],
  [
    "oidc.modal.com",
    "sub",
    ["modal:workspace_id:ac-1:*", "modal:workspace_id:ac-1:environment_name:main:app_name:web:*"],
    ["modal:workspace_id:*", "modal:*", "*", "modal:workspace_id:ac-*"],
  ],
  // Of issuers that are in no table.
  ...["workspace_id", "org_name", "team_slug", "id"].map((key): (typeof claims)[number] => [
    own,
    "sub",
    [`vendor:${key}:1:*`, `${key}:1:project:*`, `vendor:shop:${key}:*`],
    [`vendor:${key}:*`, `${key}:*`, `vendor:${key}:1*`],
  ]),
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
  for (const issuer of new Set(claims.map(([one]) => one))) {
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
    [
      "everybody but an account",
      [{ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "sts:AssumeRole" }],
      1,
    ],
    [
      "everybody but an account, of an organization",
      [
        {
          Principal: undefined,
          NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" },
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        },
      ],
      0,
    ],
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

describe("a role's trust of Microsoft Sentinel", () => {
  const sentinel = "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/";
  const of = (name?: string) => ({
    StringEquals: { [`${sentinel}:aud`]: "api://1462b192-27f7-4cb9-8523-0f4ecb54b47e", "sts:RoleSessionName": name },
  });
  it("is held by the workspace in its session's name", () =>
    assert.equal(trust(sentinel, { Condition: of("MicrosoftSentinel_11111111-2222-3333-4444-555555555555") }), 0));
  it("is open without", () => assert.equal(trust(sentinel, { Condition: of() }), 1));
  it("is open to sessions of any name", () => {
    assert.equal(trust(sentinel, { Condition: { StringLike: { "sts:RoleSessionName": "MicrosoftSentinel_*" } } }), 1);
  });
});

describe("a role's trust of an identity pool", () => {
  const aud = { StringEquals: { [`${guests}:aud`]: pool } };
  const amr = (operator: string, value: unknown, key = "amr") => ({
    ...aud,
    [operator]: { [`${guests}:${key}`]: value },
  });
  const rows: readonly [name: string, condition: object, open: number][] = [
    ["users", amr("ForAnyValue:StringLike", "authenticated"), 0],
    ["users of a provider", amr("ForAnyValue:StringLike", ["graph.facebook.com"]), 0],
    ["whoever it lets in", aud, 0],
    ["guests", amr("ForAnyValue:StringLike", "unauthenticated"), 1],
    ["guests, in other letters", amr("forAnyValue:stringLike", "Unauthenticated", "AMR"), 1],
    ["guests, in a list", amr("ForAnyValue:StringEquals", ["authenticated", "unauthenticated"]), 1],
    ["guests, by pattern", amr("ForAnyValue:StringLike", "*authenticated"), 1],
    ["all but users", amr("ForAnyValue:StringNotLike", "authenticated"), 1],
    ["all but users, by another operator", amr("StringNotEquals", ["authenticated"]), 1],
    ["neither users nor guests", amr("StringNotLike", "*authenticated"), 0],
    ["all but guests", amr("ForAllValues:StringNotEquals", "unauthenticated"), 0],
  ];
  for (const [name, condition, open] of rows) {
    it(`${name}: ${open} open`, () => assert.equal(trust(guests, { Condition: condition }), open));
  }
});

describe("a provider of a workload identity pool", () => {
  const github1 = `https://${github}`;
  const rows: readonly [issuerUri: string, attributeCondition: string | undefined, open: number][] = [
    [github1, undefined, 1],
    [`${github1}/shop`, undefined, 0],
    ["https://gitlab.com", undefined, 1],
    ["https://oidc.codefresh.io", undefined, 1],
    ["https://scalr.io", undefined, 1],
    [`https://${pulumi}`, undefined, 1],
    [`https://${pulumi}`, "assertion.sub.startsWith('pulumi:environments:org:')", 1],
    [`https://${pulumi}`, "assertion.sub.startsWith('pulumi:environments:org:shop:')", 0],
    [`https://${pulumi}`, "assertion.aud == 'gcp:shop'", 0],
    [`https://${vercel}`, "assertion.environment == 'production'", 1],
    [`https://${vercel}/shop`, undefined, 0],
    [`https://${eks}`, undefined, 0],
    ["https://container.googleapis.com/v1/projects/p/locations/l/clusters/c", undefined, 0],
    ["https://eu.oic.prod-aks.azure.com/tenant/cluster/", undefined, 0],
    ["https://gitlab.example.com", undefined, 0],
    ["https://login.microsoftonline.com/tenant/v2.0", undefined, 0],
    ["https://login.microsoftonline.com/tenant/v2.0", "true", 0],
    ["https://login.microsoftonline.com/tenant/v2.0", "assertion.sub =", 1],
  ];
  for (const [issuerUri, attributeCondition, open] of rows) {
    it(`${issuerUri}, ${attributeCondition ?? "no condition"}: ${open} open`, () => {
      const provider = {
        oidc: { issuerUri },
        attributeCondition,
        attributeMapping: { "google.subject": "assertion.sub" },
      };
      assert.equal(openProvider(View.of(provider)).length, open);
    });
  }
});

describe("a federated credential of Azure's", () => {
  const rows: readonly [issuer: string, subject: string, open: number][] = [
    [`https://${github}`, "repo:shop/web:environment:production", 0],
    [`https://${github}`, "environment:production", 1],
    [`https://${github}`, "job_workflow_ref:shop/ci/.github/workflows/x.yml@refs/heads/main", 1],
    ["https://gitlab.com", "project_path:shop/web:ref_type:branch:ref:main", 0],
    ["https://gitlab.com", "environment:production", 1],
    ["https://agent.buildkite.com", "01849a90-477b-4fa8-9968-496074483cee", 0],
    ["https://agent.buildkite.com", "organization:shop:pipeline:web:ref:refs/heads/main:commit:a:step:b", 0],
    ["https://agent.buildkite.com", "pipeline:web", 1],
    ["https://app.terraform.io", "organization:shop:project:p:workspace:w:run_phase:apply", 0],
    [`https://${pulumi}`, "pulumi:environments:org:shop:env:web/prod", 0],
    [`https://${vercel}`, "owner:shop:project:web:environment:production", 0],
    [`https://${eks}`, "system:serviceaccount:shop:web", 0],
    ["https://login.example.com", "any", 0],
    ["https://login.example.com", "any*", 1],
  ];
  for (const [issuer, subject, open] of rows) {
    it(`${issuer}, ${subject}: ${open} open`, () =>
      assert.equal(openCredential(View.of({ issuer, subject })).length, open));
  }
});
