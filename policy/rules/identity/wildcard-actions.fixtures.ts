import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { identityPolicies } from "../../kinds/policy-documents";
import { clusterRoles, rbacRoles as roles } from "../../kinds/rbac";

const fix = "Name the actions that are used; the service's last-accessed report or audit log shows them.";
const required = "actions that you name";
const policies = Object.entries(identityPolicies).filter(([, path]) => !path.includes("."));
const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const read = { Effect: "Allow", Action: ["s3:GetObject", "s3:List*"], Resource: "arn:aws:s3:::files/*" };
const all = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const custom = "gcp:projects/iAMCustomRole:IAMCustomRole";
const definition = "azure-native:authorization:RoleDefinition";
/** Every text of wildcards with a star in it, up to three. */
const namesOfWildcards = [1, 2, 3]
  .reduce<string[][]>((all) => [...all, (all.at(-1) ?? [""]).flatMap((text) => [`${text}*`, `${text}?`])], [])
  .flat()
  .filter((text) => text.includes("*"));
/** What is allowed and is no star may be anything. */
const nothing = "What allows nothing has nothing to name.";
const harmless = (path: string) => ({
  [path]: nothing,
  [`${path}.Statement`]: nothing,
  [`${path}.Statement[0].Effect`]: "Whatever is not denied is looked at.",
});

export const fixtures: ResourceFixtures = {
  passes: [
    ...policies.map(
      ([type, path]): Passing => ({
        name: "reads",
        type,
        properties: { [path]: document(read) },
        harmless: harmless(path),
      }),
    ),
    {
      name: "a denial of everything",
      type: "aws:iam/policy:Policy",
      properties: { policy: document({ Effect: "Deny", Action: "*", Resource: "*" }) },
      harmless: { policy: nothing, "policy.Statement": nothing },
    },
    {
      name: "an inline policy",
      type: "aws:iam/role:Role",
      properties: { inlinePolicies: [{ name: "read", policy: document(read) }] },
      harmless: { inlinePolicies: nothing, ...harmless("inlinePolicies[0].policy") },
    },
    {
      name: "named",
      type: custom,
      properties: { permissions: ["storage.objects.get"] },
      harmless: { permissions: nothing },
    },
    {
      name: "named",
      type: definition,
      properties: { permissions: [{ actions: ["Microsoft.App/jobs/start/action"] }] },
      harmless: { permissions: nothing, "permissions[0].actions": nothing },
    },
    ...clusterRoles.map((type): Passing => {
      const labels = { "example.com/aggregate-to-ops": "true" };
      return {
        name: "roles by label",
        type,
        properties: { aggregationRule: { clusterRoleSelectors: [{ matchLabels: labels }] } },
      };
    }),
    ...roles.map(
      (type): Passing => ({
        name: "named",
        type,
        properties: { rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] },
        harmless: {
          rules: nothing,
          "rules[0].apiGroups": nothing,
          "rules[0].resources": nothing,
          "rules[0].verbs": nothing,
        },
      }),
    ),
  ],
  fails: [
    ...policies.map(
      ([type, path]): Failing => ({
        name: "a whole service",
        type,
        properties: { [path]: document(all) },
        messages: [`${path}.Statement[0].Action is "s3:*"; required: ${required}. ${fix}`],
      }),
    ),
    {
      name: "everything, as one statement",
      type: "aws:iam/policy:Policy",
      properties: { policy: JSON.stringify({ Statement: { Effect: "Allow", Action: ["*"], Resource: "*" } }) },
      messages: [`policy.Statement.Action[0] is "*"; required: ${required}. ${fix}`],
    },
    ...namesOfWildcards.map(
      (name): Failing => ({
        name: `a whole service as ${name}`,
        type: "aws:iam/policy:Policy",
        properties: { policy: document({ ...all, Action: `s3:${name}` }) },
        messages: [`policy.Statement[0].Action is "s3:${name}"; required: ${required}. ${fix}`],
      }),
    ),
    {
      name: "everything but some",
      type: "aws:iam/policy:Policy",
      properties: { policy: document({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) },
      messages: [`policy.Statement[0].NotAction is everything but some; required: ${required}. ${fix}`],
    },
    {
      name: "an inline policy",
      type: "aws:iam/role:Role",
      properties: { inlinePolicies: [{ policy: document(all) }] },
      messages: [`inlinePolicies[0].policy.Statement[0].Action is "s3:*"; required: ${required}. ${fix}`],
    },
    {
      name: "a star",
      type: custom,
      properties: { permissions: ["storage.*"] },
      messages: [`permissions[0] is "storage.*"; required: ${required}. ${fix}`],
    },
    {
      name: "a star",
      type: definition,
      properties: { permissions: [{ actions: ["*"] }] },
      messages: [`permissions[0].actions[0] is "*"; required: ${required}. ${fix}`],
    },
    {
      name: "stars in each part, but for some",
      type: definition,
      properties: { permissions: [{ actions: ["*/*"], notActions: ["Microsoft.Authorization/*"] }] },
      messages: [`permissions[0].actions[0] is "*/*"; required: ${required}. ${fix}`],
    },
    ...clusterRoles.map(
      (type): Failing => ({
        name: "every other role",
        type,
        properties: { aggregationRule: { clusterRoleSelectors: [{}] } },
        messages: [
          `aggregationRule.clusterRoleSelectors[0] is a selector of every role; required: labels of what is needed. ${fix}`,
        ],
      }),
    ),
    ...roles.map(
      (type): Failing => ({
        name: "stars",
        type,
        properties: { rules: [{ apiGroups: ["*"], resources: ["pods"], verbs: ["*"] }] },
        messages: ["rules[0].verbs[0]", "rules[0].apiGroups[0]"].map(
          (path) => `${path} is "*"; required: names of what is needed. ${fix}`,
        ),
      }),
    ),
  ],
};
