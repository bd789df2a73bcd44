import type { ResourceFixtures } from "../../core/fixture";

const mend = "Name the principal; for OIDC add a condition on the token's sub.";
const role = "aws:iam/role:Role";
const provider = "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider";
const credential = "azure-native:managedidentity:FederatedIdentityCredential";
const trusting = (statement: object) => ({
  assumeRolePolicy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }] }),
});
const github = { Federated: "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com" };
const subject = { StringLike: { "token.actions.githubusercontent.com:sub": "repo:shop/web:*" } };
const nobody = "A policy that trusts nobody is no danger.";
const document = { assumeRolePolicy: nobody, "assumeRolePolicy.Statement": nobody };
const statement = "assumeRolePolicy.Statement[0]";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a service",
      type: role,
      properties: trusting({ Principal: { Service: "ecs-tasks.amazonaws.com" } }),
      harmless: { ...document, [`${statement}.Effect`]: "Whatever is not denied is looked at." },
    },
    {
      name: "a repository",
      type: role,
      properties: trusting({ Principal: github, Condition: subject }),
      harmless: {
        ...document,
        [`${statement}.Effect`]: "Whatever is not denied is looked at.",
        [`${statement}.Principal`]: "Nobody is trusted then.",
        [`${statement}.Principal.Federated`]: "Another issuer is another matter.",
      },
    },
    {
      name: "with a condition",
      type: provider,
      properties: {
        oidc: { issuerUri: "https://issuer.example" },
        attributeCondition: "assertion.repository_owner == 'shop'",
      },
      harmless: { oidc: "Other kinds of providers are their account's." },
    },
    { name: "an account of AWS", type: provider, properties: { aws: { accountId: "1" } } },
    { name: "a subject", type: credential, properties: { subject: "repo:shop/web:environment:prod" } },
  ],
  fails: [
    {
      name: "everybody",
      type: role,
      properties: trusting({ Principal: { AWS: "*" } }),
      messages: [`${statement}.Principal is "*" without a condition; required: principals that you name. ${mend}`],
    },
    {
      name: "every repository",
      type: role,
      properties: trusting({ Principal: github }),
      messages: [`${statement}.Condition is without the token's subject; required: a condition on its sub. ${mend}`],
    },
    {
      name: "every repository",
      type: provider,
      properties: { oidc: { issuerUri: "https://issuer.example" } },
      messages: [`attributeCondition is not set; required: a value. ${mend}`],
    },
    {
      name: "every branch",
      type: credential,
      properties: { subject: "repo:shop/web:*" },
      messages: [`subject is "repo:shop/web:*"; required: a whole subject. ${mend}`],
    },
  ],
};
