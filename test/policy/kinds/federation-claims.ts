export const github = "token.actions.githubusercontent.com";

export const eks = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";

const bitbucket = "api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc";

export const guests = "cognito-identity.amazonaws.com";

export const pulumi = "api.pulumi.com/oidc";

export const vercel = "oidc.vercel.com";

const own = "login.example.com";

export const pool = "eu-west-1:11111111-2222-3333-4444-555555555555";

/** By issuer and claim: values that fix whose a token is, and those that do not. */
export const claims: readonly [issuer: string, claim: string, fixed: readonly string[], open: readonly string[]][] = [
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
