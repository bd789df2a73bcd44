import type { Failing, Passing, Properties, ResourceFixtures } from "../../core/fixture";
import {
  bucketPolicies,
  identityPolicies,
  otherResourcePolicies,
  registryPolicies,
  trustPolicies,
} from "../../kinds/policy-documents";

const fix = "Write the document as an object and let JSON.stringify or aws.iam.getPolicyDocument make the text.";
const who = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };
const what = { Resource: "arn:aws:s3:::data/*" };
const condition = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };
const resource = { ...bucketPolicies, ...registryPolicies, ...otherResourcePolicies };

const documents: readonly (readonly [type: string, path: string, about: object])[] = [
  ...Object.entries({ ...resource }).map(([type, path]) => [type, path, who] as const),
  ...Object.entries(identityPolicies).map(([type, path]) => [type, path, what] as const),
  ...Object.entries(trustPolicies).map(([type, path]) => [type, path, who] as const),
];

/** A value at a path; what holds inline policies is a list. */
function within(path: string, value: string): Properties {
  const [first = path, second] = path.split(".");
  if (second === undefined) return { [first]: value };
  const list = first.replace("[]", "");
  return { [list]: list === first ? { [second]: value } : [{ [second]: value }] };
}

const placeOf = (path: string) => path.replace("[]", "[0]");
const document = (...statements: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const whole = { Effect: "Allow", Action: "s3:GetObject" };
const role = "aws:iam/role:Role";
const trust = "assumeRolePolicy";
const statement = `${trust}.Statement[0]`;

/** What is wrong with a document, by the document: where, what and what has to be. */
const wrong: readonly (readonly [document: string, path: string, found: string, required: string])[] = [
  ["{", trust, "no JSON object", "a policy document in JSON"],
  ["[{}]", trust, "no JSON object", "a policy document in JSON"],
  ['"text"', trust, "no JSON object", "a policy document in JSON"],
  [
    JSON.stringify({ Version: "2012-10-18", Statement: { ...whole, ...who } }),
    `${trust}.Version`,
    '"2012-10-18"',
    '"2012-10-17"',
  ],
  [JSON.stringify({ Version: "2012-10-17" }), `${trust}.Statement`, "not set", "a list of statements"],
  [JSON.stringify({ Statement: "all" }), `${trust}.Statement`, '"all"', "a list of statements"],
  [document("all"), statement, '"all"', "a statement"],
  [document({ ...whole, ...who, Effect: "allow" }), `${statement}.Effect`, '"allow"', '"Allow" or "Deny"'],
  [document({ Action: "sts:AssumeRole", ...who }), `${statement}.Effect`, "not set", '"Allow" or "Deny"'],
  [document({ Effect: "Allow", ...who }), `${statement}.Action`, "not set", "either Action or NotAction"],
  [
    document({ ...whole, ...who, NotAction: "a:b" }),
    `${statement}.Action`,
    "beside its opposite",
    "either Action or NotAction",
  ],
  [document(whole), `${statement}.Principal`, "not set", "either Principal or NotPrincipal"],
  [document({ ...whole, ...who, Condition: "TLS" }), `${statement}.Condition`, '"TLS"', "operators with keys"],
  [
    document({ ...whole, ...who, Condition: { StringEqual: { a: "b" } } }),
    `${statement}.Condition.StringEqual`,
    "no operator of IAM",
    "one such as StringEquals or ArnLike",
  ],
  [
    document({ ...whole, ...who, Condition: { StringEquals: "o-1" } }),
    `${statement}.Condition.StringEquals`,
    '"o-1"',
    "keys with values",
  ],
];

export const fixtures: ResourceFixtures = {
  passes: documents.map(([type, path, about]): Passing => {
    const [first = path] = path.split(".");
    const optional = "A resource may be without one.";
    return {
      name: `a document in ${path}`,
      type,
      properties: within(path, document({ ...whole, ...about, ...condition })),
      ...(first.endsWith("[]") && { harmless: { [first.replace("[]", "")]: optional } }),
    };
  }),
  fails: [
    ...documents.map(
      ([type, path]): Failing => ({
        name: `no document in ${path}`,
        type,
        properties: within(path, "{'Statement': []}"),
        messages: [`${placeOf(path)} is no JSON object; required: a policy document in JSON. ${fix}`],
      }),
    ),
    ...wrong.map(
      ([text, path, found, required]): Failing => ({
        name: text,
        type: role,
        properties: { [trust]: text },
        messages: [`${path} is ${found}; required: ${required}. ${fix}`],
      }),
    ),
    {
      name: "nothing that it is about",
      type: "aws:iam/policy:Policy",
      properties: { policy: document(whole) },
      messages: [`policy.Statement[0].Resource is not set; required: either Resource or NotResource. ${fix}`],
    },
  ],
};
