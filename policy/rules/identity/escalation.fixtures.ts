import type { Failing, Passing, Properties, ResourceFixtures } from "../../core/fixture";
import { identityPolicies } from "../../kinds/policy-documents";

const fix = "Name the users, roles or functions that it is about; pass named roles only, with iam:PassedToService.";
const required = "resources that you name, or a condition on their tags or on a permissions boundary";

/** A policy in its place. */
function policyOf(path: string, ...statements: object[]): Properties {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const [first = path, second] = path.split(".");
  return second === undefined ? { [first]: text } : { [first.replace("[]", "")]: [{ [second]: text }] };
}

const key = { Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "*" };
const tagged = { Condition: { StringEquals: { "aws:ResourceTag/team": "shop" } } };
const nothing = "What allows nothing leads to nothing.";

/** Where the document is, as paths in messages have it. */
const placeOf = (path: string) => path.replace("[]", "[0]");

function harmlessOf(path: string): Record<string, string> {
  const place = placeOf(path);
  const list: Record<string, string> = path.includes(".") ? { inlinePolicies: nothing } : {};
  return { ...list, [place]: nothing, [`${place}.Statement`]: nothing };
}

export const fixtures: ResourceFixtures = {
  passes: Object.entries(identityPolicies).flatMap(([type, path]): Passing[] => {
    const statement = `${placeOf(path)}.Statement[0]`;
    return [
      {
        name: "a named user",
        type,
        properties: policyOf(path, { ...key, Resource: "arn:aws:iam::111122223333:user/app" }),
        harmless: {
          ...harmlessOf(path),
          [`${statement}.Effect`]: "It is about one user.",
          [`${statement}.Action`]: "It is about one user.",
        },
      },
      {
        name: "users of a team",
        type,
        properties: policyOf(path, { ...key, ...tagged }),
        harmless: {
          ...harmlessOf(path),
          [`${statement}.Effect`]: "The condition says whose.",
          [`${statement}.Action`]: "The condition says whose.",
          [`${statement}.Resource`]: "The condition says whose.",
        },
      },
    ];
  }),
  fails: Object.entries(identityPolicies).flatMap(([type, path]): Failing[] => {
    const statement = `${placeOf(path)}.Statement[0]`;
    const denied = {
      Effect: "Deny",
      Action: "iam:Delete*",
      Resource: "*",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
    };
    return [
      {
        name: "keys of every user",
        type,
        properties: policyOf(path, key, denied),
        messages: [`${statement}.Action is "iam:CreateAccessKey" on any resource; required: ${required}. ${fix}`],
      },
      {
        name: "a machine under any role",
        type,
        properties: policyOf(path, { Effect: "Allow", Action: ["iam:PassRole", "ec2:RunInstances"], Resource: "*" }),
        messages: [
          `${statement}.Action[0] is "iam:PassRole" of any role, and ec2:RunInstances; required: ${required}. ${fix}`,
        ],
      },
      {
        name: "everything but users",
        type,
        properties: policyOf(path, {
          Effect: "Allow",
          NotAction: ["iam:*", "sts:*"],
          NotResource: "arn:aws:s3:::logs",
        }),
        messages: [
          `${statement}.NotAction is everything but some, which allows identitystore:CreateGroupMembership on any resource, and 28 more; required: ${required}. ${fix}`,
        ],
      },
    ];
  }),
};
