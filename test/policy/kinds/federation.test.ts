import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { openTrust } from "../../../policy/kinds/federation";
import { claims, github, guests, pool } from "./federation-claims";

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
