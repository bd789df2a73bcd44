import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { openStatements } from "../../../policy/kinds/everyone";
import { account, organization } from "./conditions/aws-rows";

const orgIs = { "aws:PrincipalOrgID": organization };
const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" };
const outside = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: "*",
  Condition: { StringNotEquals: orgIs },
};

/** Statements beside each other, and how many of them let everybody in. */
const documents: readonly [name: string, statements: unknown, open: number][] = [
  ["one that is open", [open], 1],
  ["one that is open, not in a list", open, 1],
  ["one that is open beside one that is not", [{ ...open, Condition: { StringEquals: orgIs } }, open], 1],
  ["two that are open", [open, { ...open, Principal: { AWS: ["*"] } }], 2],
  ["a Deny outside of the organization", [open, outside], 0],
  ["the same, before", [outside, open], 0],
  ["the same of every account", [open, { ...outside, Principal: { AWS: "*" } }], 0],
  ["a Deny of one principal", [open, { ...outside, Principal: { AWS: account } }], 1],
  ["a Deny of other actions", [open, { ...outside, Action: "s3:Put*" }], 1],
  [
    "a Deny of a part of the actions",
    [
      { ...open, Action: "s3:*" },
      { ...outside, Action: "s3:Get*" },
    ],
    1,
  ],
  ["a Deny of a service's actions over a list", [{ ...open, Action: ["s3:Get*", "s3:ListBucket"] }, outside], 0],
  ["a Deny of another bucket", [open, { ...outside, Resource: "arn:aws:s3:::logs/*" }], 1],
  ["a Deny of the bucket without its objects", [open, { ...outside, Resource: "arn:aws:s3:::data" }], 1],
  ["a Deny of more than the bucket", [open, { ...outside, Resource: ["arn:aws:s3:::data", "arn:aws:s3:::data*"] }], 0],
  ["a Deny of all but another action", [open, { ...outside, Action: undefined, NotAction: "s3:ListBucket" }], 0],
  ["a Deny of all but that action", [open, { ...outside, Action: undefined, NotAction: "s3:Get*" }], 1],
  [
    "a Deny of all but other resources",
    [open, { ...outside, Resource: undefined, NotResource: "arn:aws:s3:::logs/*" }],
    0,
  ],
  [
    "a Deny of all but those resources",
    [open, { ...outside, Resource: undefined, NotResource: "arn:aws:s3:::data/a/*" }],
    1,
  ],
  [
    "a Deny of all but one principal",
    [open, { ...outside, Principal: undefined, NotPrincipal: { AWS: account }, Condition: undefined }],
    0,
  ],
  ["a Deny of nobody", [open, { ...outside, Principal: undefined, NotPrincipal: "*", Condition: undefined }], 1],
  ["a Deny without TLS", [open, { ...outside, Condition: { Bool: { "aws:SecureTransport": "false" } } }], 1],
  ["a Deny of everything", [open, { ...outside, Condition: undefined }], 0],
  ["a Deny of an organization", [open, { ...outside, Condition: { StringEquals: orgIs } }], 1],
  ["everybody but one", [{ ...open, Principal: undefined, NotPrincipal: { AWS: account } }], 1],
  [
    "everybody but one, in an organization",
    [{ ...open, Principal: undefined, NotPrincipal: { AWS: account }, Condition: { StringEquals: orgIs } }],
    0,
  ],
  ["all but some actions", [{ ...open, Action: undefined, NotAction: "s3:Delete*" }], 1],
  [
    "all but some actions, and a Deny of a service",
    [{ ...open, Action: undefined, NotAction: "s3:Delete*" }, outside],
    1,
  ],
  [
    "all but some actions, and a Deny of all",
    [
      { ...open, Action: undefined, NotAction: "s3:Delete*" },
      { ...outside, Action: "*" },
    ],
    0,
  ],
  ["an account", [{ ...open, Principal: { AWS: account } }], 0],
  ["an account and everybody", [{ ...open, Principal: { AWS: [account, "*"] } }], 1],
  ["a star for the account", [{ ...open, Principal: { AWS: "arn:aws:iam::*:root" } }], 1],
  ["a service", [{ ...open, Principal: { Service: "s3.amazonaws.com" } }], 0],
];

describe("a resource's policy", () => {
  for (const [name, statements, expected] of documents) {
    it(`with ${name} lets everybody in ${expected} times`, () => {
      const found = openStatements(View.of(JSON.stringify({ Version: "2012-10-17", Statement: statements })));
      assert.equal(found.length, expected, JSON.stringify(found));
    });
  }
});
