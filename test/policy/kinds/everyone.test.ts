import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../../policy/core/rule";
import { View } from "../../../policy/core/view";
import { openStatements } from "../../../policy/kinds/everyone";
import { bucketPolicies, type Documents, otherResourcePolicies } from "../../../policy/kinds/policy-documents";
import { rule as bucketGrants } from "../../../policy/rules/exposure/bucket-grants";
import { fixtures as bucketFixtures } from "../../../policy/rules/exposure/bucket-grants.fixtures";
import { rule as resourcePolicy } from "../../../policy/rules/exposure/resource-policy";
import { fixtures as resourceFixtures } from "../../../policy/rules/exposure/resource-policy.fixtures";
import { projectDir } from "../../support/project";
import { aloneInProd } from "../context";
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

const loadBalancer = { Service: "logdelivery.elasticloadbalancing.amazonaws.com" };

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
  ["a service", [{ ...open, Principal: { Service: "s3.amazonaws.com" } }], 1],
  ["two services", [{ ...open, Principal: { Service: ["s3.amazonaws.com", "sns.amazonaws.com"] } }], 2],
  [
    "a service that says for which bucket",
    [
      {
        ...open,
        Principal: { Service: "s3.amazonaws.com" },
        Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:data" } },
      },
    ],
    0,
  ],
  [
    "a service for any access point",
    [
      {
        ...open,
        Principal: { Service: "s3.amazonaws.com" },
        Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:accesspoint/data" } },
      },
    ],
    1,
  ],
  [
    "a service and TLS",
    [
      {
        ...open,
        Principal: { Service: "s3.amazonaws.com" },
        Condition: { Bool: { "aws:SecureTransport": "true" } },
      },
    ],
    1,
  ],
  [
    "a service, and a Deny of all but an account",
    [
      { ...open, Principal: { Service: "s3.amazonaws.com" } },
      { ...outside, Condition: { StringNotEquals: { "aws:SourceAccount": "111122223333" } } },
    ],
    0,
  ],
  [
    "CloudWatch Logs, of an account's groups",
    [
      {
        ...open,
        Action: "kms:Decrypt",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:*" } },
      },
    ],
    0,
  ],
  ["a load balancer's logs", [{ ...open, Action: "s3:PutObject", Principal: loadBalancer }], 0],
  ["all that a load balancer may", [{ ...open, Action: "s3:*", Principal: loadBalancer }], 1],
  [
    "EventBridge and a key",
    [{ ...open, Action: ["kms:Decrypt", "kms:GenerateDataKey"], Principal: { Service: "events.amazonaws.com" } }],
    0,
  ],
];

describe("a resource's policy", () => {
  for (const [name, statements, expected] of documents) {
    it(`with ${name} lets everybody in ${expected} times`, () => {
      const found = openStatements(View.of(JSON.stringify({ Version: "2012-10-17", Statement: statements })));
      assert.equal(found.length, expected, JSON.stringify(found));
    });
  }
});

/** Rules by the lists of documents that they judge. */
const judged: readonly [rule: Rule, documents: Documents][] = [
  [bucketGrants, bucketPolicies],
  [resourcePolicy, otherResourcePolicies],
];

describe("a service of AWS' in a resource's policy", () => {
  const values = readFileSync(join(projectDir, "docs/values.md"), "utf8");
  const listed = values.match(/`policy\.Statement\.\*\.Principal\.Service` \| (`[^|]*`) \|/g) ?? [];
  const services = new Set(listed.flatMap((row) => row.match(/[\w.-]+\.amazonaws\.com/g) ?? []));

  it("is one of several that the components use", () => assert.ok(services.size >= 4, [...services].join(", ")));

  const statementOf = (service: string, Condition?: object) => ({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "*",
    Resource: "*",
    Condition,
  });
  const findings = (rule: Rule, type: string, path: string, statement: object) => {
    const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    const properties = path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), text);
    return rule.checks[type]?.(View.of(properties), aloneInProd) ?? [];
  };
  for (const service of [...services, "sns.amazonaws.com", "logs.eu-west-1.amazonaws.com"]) {
    it(`${service} says for whom it calls, on every type`, () => {
      for (const [rule, documents] of judged) {
        for (const [type, path] of Object.entries(documents)) {
          const of = (condition?: object) => findings(rule, type, path, statementOf(service, condition)).length;
          assert.equal(of({ StringEquals: { "aws:SourceAccount": "111122223333" } }), 0, type);
          assert.equal(of(), 1, type);
        }
      }
    });
  }
});

describe("a passing policy of a resource", () => {
  const fixtures = [...bucketFixtures.passes, ...resourceFixtures.passes].filter(({ properties }) =>
    JSON.stringify(properties).includes("Condition"),
  );
  for (const [i, fixture] of fixtures.entries()) {
    it(`${i}: ${fixture.type}, ${fixture.name}, lets everybody in without its conditions`, () => {
      const rule = judged.map(([one]) => one).find((one) => Object.hasOwn(one.checks, fixture.type));
      const bare: unknown = JSON.parse(
        JSON.stringify(fixture.properties, (_, value: unknown) =>
          typeof value === "string" && value.includes('"Condition"')
            ? JSON.stringify(JSON.parse(value), (key, inner: unknown) => (key === "Condition" ? undefined : inner))
            : value,
        ),
      );
      const refuses = JSON.stringify(bare).includes("Deny");
      assert.equal((rule?.checks[fixture.type]?.(View.of(bare), aloneInProd) ?? []).length, refuses ? 0 : 1);
    });
  }
});
