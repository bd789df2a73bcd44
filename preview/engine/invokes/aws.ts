import { isWireObject, type Wire, type WireObject } from "../../model/wire";
import { digest, simulatedAccount } from "../simulate/placeholder";
import type { InvokeAnswer } from "./answer";

/** Functions of the AWS provider whose answers programs compute with. */
export const awsInvokes: Readonly<Record<string, InvokeAnswer>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    accountId: simulatedAccount,
    arn: `arn:aws:iam::${simulatedAccount}:user/simulated`,
    id: simulatedAccount,
    userId: "AIDASIMULATED",
  }),
  "aws:index/getRegion:getRegion": (args, { region }) => {
    const name = text(args.region) ?? text(args.name) ?? region;
    return { id: name, name, region: name, description: name, endpoint: `ec2.${name}.amazonaws.com` };
  },
  "aws:index/getPartition:getPartition": () => ({
    id: "aws",
    partition: "aws",
    dnsSuffix: "amazonaws.com",
    reverseDnsPrefix: "com.amazonaws",
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": (_, { region }) => {
    const letters = ["a", "b", "c"];
    return {
      id: region,
      names: letters.map((letter) => `${region}${letter}`),
      zoneIds: letters.map((_letter, i) => `${region}-az${i + 1}`),
      groupNames: [region],
    };
  },
  "aws:ec2/getAmi:getAmi": (args) => ({
    ...args,
    id: `ami-${digest(JSON.stringify(args), 17)}`,
    imageId: `ami-${digest(JSON.stringify(args), 17)}`,
    architecture: "x86_64",
    rootDeviceName: "/dev/xvda",
  }),
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": (args) => ({
    ...args,
    id: `pl-${digest(JSON.stringify(args), 8)}`,
    addressFamily: "IPv4",
    entries: [],
  }),
  "aws:ec2/getPrefixList:getPrefixList": (args) => ({
    ...args,
    id: `pl-${digest(JSON.stringify(args), 8)}`,
    cidrBlocks: [],
  }),
  "aws:route53/getZone:getZone": (args) => {
    const name = (text(args.name) ?? "simulated.example").replace(/\.$/, "");
    const zoneId = text(args.zoneId) ?? `Z${digest(name, 13).toUpperCase()}`;
    return { ...args, id: zoneId, zoneId, name, arn: `arn:aws:route53:::hostedzone/${zoneId}`, nameServers: [] };
  },
  "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
    const json = JSON.stringify(policyDocument(args), null, 2);
    return { ...args, id: digest(json, 10), json, minifiedJson: JSON.stringify(JSON.parse(json)) };
  },
  "aws:elb/getServiceAccount:getServiceAccount": (_, { region }) => ({
    id: simulatedAccount,
    region,
    arn: `arn:aws:iam::${simulatedAccount}:root`,
  }),
  "aws:ssm/getParameter:getParameter": (args) => ({
    ...args,
    id: text(args.name) ?? "simulated",
    value: "simulated",
    type: "String",
    version: 1,
  }),
};

/** The JSON document that the provider's function makes of its statements. */
function policyDocument(args: WireObject): WireObject {
  const statements = Array.isArray(args.statements) ? args.statements.filter(isWireObject) : [];
  return {
    Version: text(args.version) ?? "2012-10-17",
    ...(args.policyId === undefined ? {} : { Id: args.policyId }),
    Statement: statements.map(statementDocument),
  };
}

function statementDocument(statement: WireObject): WireObject {
  const document: WireObject = { Effect: statement.effect ?? "Allow" };
  if (statement.sid !== undefined) document.Sid = statement.sid;
  for (const [key, property] of [
    ["Action", "actions"],
    ["NotAction", "notActions"],
    ["Resource", "resources"],
    ["NotResource", "notResources"],
  ] as const) {
    if (statement[property] !== undefined) document[key] = single(statement[property]);
  }
  for (const [key, property] of [
    ["Principal", "principals"],
    ["NotPrincipal", "notPrincipals"],
  ] as const) {
    if (statement[property] !== undefined) document[key] = principals(statement[property]);
  }
  if (Array.isArray(statement.conditions)) document.Condition = conditions(statement.conditions.filter(isWireObject));
  return document;
}

function principals(value: Wire): Wire {
  const list = Array.isArray(value) ? value.filter(isWireObject) : [];
  if (list.some(({ type }) => type === "*")) return "*";
  return Object.fromEntries(list.map(({ type, identifiers }) => [text(type) ?? "AWS", single(identifiers ?? [])]));
}

function conditions(list: WireObject[]): WireObject {
  const document: Record<string, WireObject> = {};
  for (const { test, variable, values } of list) {
    const operator = text(test) ?? "StringEquals";
    document[operator] = { ...document[operator], [text(variable) ?? ""]: single(values ?? []) };
  }
  return document;
}

function single(value: Wire): Wire {
  return Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
}

function text(value: Wire | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
