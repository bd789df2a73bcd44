import type { Failing, Passing, Properties } from "../core/fixture";
import { grantType, namedSource } from "./everyone";
import type { Documents } from "./policy-documents";

const account = { AWS: "arn:aws:iam::111122223333:root" };
const service = { Service: "delivery.logs.amazonaws.com" };
const ofAccount = { StringEquals: { "aws:SourceAccount": "111122223333" } };
const required = "principals that you name, or a condition that fixes their account or organization";

/** A policy of one statement, in a property of that name. */
function policyOf(property: string, ...statements: Properties[]): Properties {
  const all = statements.map((statement) => ({ Effect: "Allow", Action: "*", Resource: "*", ...statement }));
  return within(property, JSON.stringify({ Version: "2012-10-17", Statement: all }));
}

/** A value at a path: `details.policy` is `{ details: { policy } }`. */
function within(path: string, value: unknown): Properties {
  return path.split(".").reduceRight<Properties>((inner, key, i, keys) => {
    return { [key]: i === keys.length - 1 ? value : inner };
  }, {});
}

/** Policies that let in whom they name. */
export function namingPolicies(type: string, property: string, rest: Properties = {}): Passing[] {
  const statement = `${property}.Statement[0]`;
  const harmless = {
    [property]: "without a policy nobody else is let in",
    [`${property}.Statement`]: "without statements nobody else is let in",
  };
  return [
    {
      name: "an account",
      type,
      properties: { ...rest, ...policyOf(property, { Principal: account }) },
      harmless,
    },
    {
      name: "an organization",
      type,
      properties: {
        ...rest,
        ...policyOf(property, { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      },
      harmless: { ...harmless, [`${statement}.Principal`]: "the condition says who it is" },
    },
    {
      name: "an account's roles",
      type,
      properties: {
        ...rest,
        ...policyOf(property, {
          Principal: "*",
          Condition: { ArnLike: { "aws:PrincipalArn": `${account.AWS.replace("root", "role/*")}` } },
        }),
      },
      harmless: { ...harmless, [`${statement}.Principal`]: "the condition says who it is" },
    },
    {
      name: "a service, for an account",
      type,
      properties: { ...rest, ...policyOf(property, { Principal: service, Condition: ofAccount }) },
      harmless: {
        ...harmless,
        [`${statement}.Principal`]: "without principals nobody is let in",
        [`${statement}.Principal.Service`]: "as above",
      },
    },
    {
      name: "a refusal outside of the organization",
      type,
      properties: {
        ...rest,
        ...policyOf(
          property,
          { Principal: "*" },
          { Effect: "Deny", Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } },
        ),
      },
      harmless: {
        ...harmless,
        [`${statement}.Principal`]: "the other statement refuses all but those",
        [`${statement}.Resource`]: "as above",
        [`${statement}.Effect`]: "as above",
      },
    },
    {
      name: "a refusal",
      type,
      properties: { ...rest, ...policyOf(property, { Effect: "Deny", Principal: "*" }) },
      harmless: { ...harmless, [`${statement}.Principal`]: "what is refused to everybody is open to nobody" },
    },
  ];
}

/** Policies that let everybody in. */
export function openPolicies(type: string, property: string, fix: string, rest: Properties = {}): Failing[] {
  const found = '"*" without a condition that says who calls';
  const failing = (name: string, statement: Properties, path: string, what = found): Failing => ({
    name,
    type,
    properties: { ...rest, ...policyOf(property, statement) },
    messages: [`${property}.Statement[0].${path} is ${what}; required: ${required}. ${fix}`],
  });
  return [
    failing("everybody", { Principal: "*" }, "Principal"),
    failing("every account", { Principal: { AWS: ["*"] } }, "Principal.AWS[0]"),
    failing(
      "everybody who uses TLS",
      { Principal: { AWS: "*" }, Condition: { Bool: { "aws:SecureTransport": "true" } } },
      "Principal.AWS",
    ),
    failing(
      "every address",
      { Principal: "*", Condition: { IpAddress: { "aws:SourceIp": ["0.0.0.0/0"] } } },
      "Principal",
    ),
    failing(
      "roles of every account",
      { Principal: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } } },
      "Principal",
    ),
    failing(
      "every organization but one",
      { Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } } },
      "Principal",
    ),
    failing("all but one", { NotPrincipal: account }, "NotPrincipal", "everybody but those"),
    {
      name: "a service, for everybody",
      type,
      properties: { ...rest, ...policyOf(property, { Principal: service }) },
      messages: [
        `${property}.Statement[0].Principal.Service is "${service.Service}" for everybody; required: ${namedSource}. ${fix}`,
      ],
    },
  ];
}

/**
 * Grants of Google's IAM to whom they name: a member of each, and all three resources of the first, for one check is made for all
 * (`ofGrants`).
 */
export function namingGrants(grants: readonly string[], bound: Properties): Passing[] {
  const list = "without members nobody is let in";
  const [grant = ""] = grants;
  return [
    ...grants.map((one) => ({
      name: "a service account",
      type: grantType(one, "Member"),
      properties: { ...bound, role: "roles/viewer", member: "serviceAccount:app@project.iam.gserviceaccount.com" },
      harmless: { member: "only two names are everybody" },
    })),
    {
      name: "a group",
      type: grantType(grant, "Binding"),
      properties: { ...bound, role: "roles/viewer", members: ["group:developers@example.com"] },
      harmless: { members: list, "members[0]": "only two names are everybody" },
    },
    {
      name: "a group",
      type: grantType(grant, "Policy"),
      properties: {
        ...bound,
        policyData: JSON.stringify({ bindings: [{ role: "roles/viewer", members: ["group:developers@example.com"] }] }),
      },
      harmless: {
        policyData: list,
        "policyData.bindings": list,
        "policyData.bindings[0].members": list,
        "policyData.bindings[0].members[0]": "only two names are everybody",
      },
    },
  ];
}

/** Grants of Google's IAM to everybody, as above. */
export function openGrants(grants: readonly string[], bound: Properties, fix: string): Failing[] {
  const [grant = ""] = grants;
  const message = (path: string, member: string) => `${path} is "${member}"; required: members that you name. ${fix}`;
  return [
    ...grants.map((one) => ({
      name: "everybody",
      type: grantType(one, "Member"),
      properties: { ...bound, role: "roles/viewer", member: "allUsers" },
      messages: [message("member", "allUsers")],
    })),
    {
      name: "everybody with an account",
      type: grantType(grant, "Binding"),
      properties: { ...bound, role: "roles/viewer", members: ["user:me@example.com", "allAuthenticatedUsers"] },
      messages: [message("members[1]", "allAuthenticatedUsers")],
    },
    {
      name: "everybody",
      type: grantType(grant, "Policy"),
      properties: {
        ...bound,
        policyData: JSON.stringify({ bindings: [{ role: "roles/viewer", members: ["allUsers"] }] }),
      },
      messages: [message("policyData.bindings[0].members[0]", "allUsers")],
    },
  ];
}

/** As `namingPolicies`, of each type of a list. */
export function namingDocuments(documents: Documents): Passing[] {
  return Object.entries(documents).flatMap(([type, path]) => namingPolicies(type, path));
}

/** As `openPolicies`, of each type of a list. */
export function openDocuments(documents: Documents, fix: string): Failing[] {
  return Object.entries(documents).flatMap(([type, path]) => openPolicies(type, path, fix));
}
