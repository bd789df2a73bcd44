import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { grantType } from "../../kinds/everyone";
import { allGrants } from "../../kinds/google-grants";

const fix =
  "Name the principal; for OIDC add a condition that fixes the token's sub, or another claim that says whose it is.";
const role = "aws:iam/role:Role";
const provider = "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider";
const credential = "azure-native:managedidentity:FederatedIdentityCredential";
const trusting = (...statements: object[]) => ({
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...statement })),
  }),
});
const issuer = "token.actions.githubusercontent.com";
const github = { Federated: `arn:aws:iam::1:oidc-provider/${issuer}` };
const subject = { StringLike: { [`${issuer}:sub`]: "repo:shop/web:*" } };
const another = { StringNotLike: { [`${issuer}:sub`]: "repo:shop/web:*" } };
const audience = { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" } };
const nobody = "A policy that trusts nobody is no danger.";
const document = { assumeRolePolicy: nobody, "assumeRolePolicy.Statement": nobody };
const statement = "assumeRolePolicy.Statement[0]";
const looked = { [`${statement}.Effect`]: "Whatever is not denied is looked at." };
const openTo = `open to every token of ${issuer}; required: a condition that fixes its sub or repository. ${fix}`;
const cluster = { issuerUri: "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE" };
const oidc = { issuerUri: `https://${issuer}` };
const own = "Other kinds of providers, and issuers, are their account's.";
const openPool = `open to every token of https://${issuer}; required: a condition that fixes its sub or repository. ${fix}`;

const pool = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci";
const [first = ""] = allGrants;
const repository = `${pool}/attribute.repository/shop/web`;
const list = "without members nobody is let in";
const only = "only a whole pool is too much";
const wholePool = (path: string) =>
  `${path} is "${pool}/*"; required: a subject, a group or an attribute of the pool. ${fix}`;

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a service",
      type: role,
      properties: trusting({ Principal: { Service: "ecs-tasks.amazonaws.com" } }),
      harmless: { ...document, ...looked },
    },
    {
      name: "a repository",
      type: role,
      properties: trusting({ Principal: github, Condition: subject }),
      harmless: { ...document, ...looked },
    },
    {
      name: "an organization's accounts",
      type: role,
      properties: trusting({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      harmless: { ...document, ...looked, [`${statement}.Principal`]: "The condition says who it is." },
    },
    {
      name: "all but a repository refused",
      type: role,
      properties: trusting(
        { Principal: github },
        { Effect: "Deny", Principal: "*", Action: "sts:*", Condition: another },
      ),
      harmless: { ...document, ...looked },
    },
    {
      name: "with a condition",
      type: provider,
      properties: { oidc, attributeCondition: "assertion.repository_owner == 'shop'" },
      harmless: { oidc: own, "oidc.issuerUri": own },
    },
    {
      name: "with a condition on what an attribute is mapped from",
      type: provider,
      properties: {
        oidc,
        attributeCondition: "attribute.owner in ['shop']",
        attributeMapping: { "google.subject": "assertion.sub", "attribute.owner": "assertion.repository_owner" },
      },
      harmless: { oidc: own, "oidc.issuerUri": own },
    },
    { name: "an account of AWS", type: provider, properties: { aws: { accountId: "1" } } },
    {
      name: "a cluster of one's own",
      type: provider,
      properties: { oidc: cluster },
      harmless: { oidc: own, "oidc.issuerUri": own },
    },
    {
      name: "a subject",
      type: credential,
      properties: { issuer: `https://${issuer}`, subject: "repo:shop/web:environment:prod" },
      harmless: { issuer: own },
    },
    {
      name: "subjects of one repository",
      type: credential,
      properties: {
        issuer: `https://${issuer}`,
        claimsMatchingExpression: { value: "claims['sub'] matches 'repo:shop/web:ref:*'", languageVersion: 1 },
      },
      harmless: { issuer: own },
    },
    ...allGrants.map(
      (grant): Passing => ({
        name: "a repository of a pool",
        type: grantType(grant, "Member"),
        properties: { member: repository },
        harmless: { member: only },
      }),
    ),
    {
      name: "a repository of a pool",
      type: grantType(first, "Binding"),
      properties: { members: [repository] },
      harmless: { members: list, "members[0]": only },
    },
    {
      name: "a repository of a pool",
      type: grantType(first, "Policy"),
      properties: { policyData: JSON.stringify({ bindings: [{ members: [repository] }] }) },
      harmless: {
        policyData: list,
        "policyData.bindings": list,
        "policyData.bindings[0].members": list,
        "policyData.bindings[0].members[0]": only,
      },
    },
  ],
  fails: [
    {
      name: "everybody",
      type: role,
      properties: trusting({ Principal: { AWS: "*" } }),
      messages: [
        `${statement}.Principal.AWS is "*" without a condition that says who calls; required: principals that you name. ${fix}`,
      ],
    },
    {
      name: "all but an account",
      type: role,
      properties: trusting({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } }),
      messages: [`${statement}.NotPrincipal is everybody but those; required: principals that you name. ${fix}`],
    },
    {
      name: "guests of an identity pool",
      type: role,
      properties: trusting({
        Principal: { Federated: "cognito-identity.amazonaws.com" },
        Condition: {
          StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:1" },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
        },
      }),
      messages: [
        `${statement}.Condition["ForAnyValue:StringLike"]["cognito-identity.amazonaws.com:amr"] is "unauthenticated"; required: users who log in; anybody on the internet is a guest. ${fix}`,
      ],
    },
    ...[
      ["every repository", {}],
      ["an audience alone", { Condition: audience }],
      ["every repository but one", { Condition: { ...audience, ...another } }],
      ["a subject if there is one", { Condition: { StringLikeIfExists: subject.StringLike } }],
    ].map(
      ([name, more]): Failing => ({
        name: String(name),
        type: role,
        properties: trusting({ Principal: github, ...Object(more) }),
        messages: [`${statement}.Condition is ${openTo}`],
      }),
    ),
    {
      name: "every repository",
      type: provider,
      properties: { oidc },
      messages: [`attributeCondition is not set; required: a condition that fixes its sub or repository. ${fix}`],
    },
    ...["true", "assertion.repository != ''", "assertion.aud == 'shop'", "attribute.owner == 'shop'"].map(
      (attributeCondition): Failing => ({
        name: attributeCondition,
        type: provider,
        properties: { oidc, attributeCondition, attributeMapping: { "attribute.owner": "assertion.actor" } },
        messages: [`attributeCondition is ${JSON.stringify(attributeCondition)}, ${openPool}`],
      }),
    ),
    {
      name: "no expression",
      type: provider,
      properties: { oidc, attributeCondition: "assertion.repository_owner = 'shop'" },
      messages: [
        `attributeCondition is "assertion.repository_owner = 'shop'", which can't be read; required: a condition that fixes its sub or repository. ${fix}`,
      ],
    },
    {
      name: "an environment of any repository",
      type: credential,
      properties: { issuer: `https://${issuer}`, subject: "environment:production" },
      messages: [
        `subject is "environment:production", which any customer of https://${issuer} can have; required: a subject that says whose the token is. ${fix}`,
      ],
    },
    {
      name: "every branch",
      type: credential,
      properties: { subject: "repo:shop/web:*" },
      messages: [`subject is "repo:shop/web:*"; required: a whole subject. ${fix}`],
    },
    {
      name: "every repository",
      type: credential,
      properties: {
        issuer: `https://${issuer}`,
        claimsMatchingExpression: { value: "claims['sub'] matches 'repo:*'", languageVersion: 1 },
      },
      messages: [`claimsMatchingExpression.value is "claims['sub'] matches 'repo:*'", ${openPool}`],
    },
    ...allGrants.map(
      (grant): Failing => ({
        name: "a whole pool",
        type: grantType(grant, "Member"),
        properties: { member: `${pool}/*` },
        messages: [wholePool("member")],
      }),
    ),
    {
      name: "a whole pool",
      type: grantType(first, "Binding"),
      properties: { members: [repository, `${pool}/*`] },
      messages: [wholePool("members[1]")],
    },
    {
      name: "a whole pool",
      type: grantType(first, "Policy"),
      properties: { policyData: JSON.stringify({ bindings: [{ members: [`${pool}/*`] }] }) },
      messages: [wholePool("policyData.bindings[0].members[0]")],
    },
  ],
};
