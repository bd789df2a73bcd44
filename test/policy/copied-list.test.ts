import assert from "node:assert/strict";
import type { PolicyResource, ReportViolation, ResourceValidationArgs } from "@pulumi/policy";
import { Exemptions } from "../../policy/core/exemption";
import { Ledger } from "../../policy/core/ledger";
import { policiesOf } from "../../policy/core/pack";
import type { Policy } from "../../policy/core/policies";
import { isObject } from "../../policy/protocol/json";
import { rules } from "../../policy/rules";
import { served, unknownValue } from "./breaks";

/** Ways in which a server may keep a list of its own. */
const copies: readonly [name: string, copy: (list: readonly Policy[]) => Iterable<Policy>][] = [
  ["spread", (list) => [...list]],
  ["slice", (list) => list.slice()],
  ["map", (list) => list.map((policy) => policy)],
  ["map to others", (list) => list.map((policy) => ({ ...policy }))],
  ["index", (list) => Array.from({ length: list.length }, (_, i) => list[i]).filter((policy) => policy !== undefined)],
];

class NotApplicable extends Error {}

/** What each resource is, beside its name: two rules can't see something of the first, and one finds something. */
const resources: readonly [type: string, name: string, properties: Record<string, unknown>][] = [
  ["aws:rds/instance:Instance", "main", { storageEncrypted: unknownValue, publiclyAccessible: unknownValue }],
  ["aws:rds/instance:Instance", "other", { storageEncrypted: false, publiclyAccessible: false }],
  ["kubernetes:core/v1:Pod", "pod", { spec: { containers: [{ name: "app", image: unknownValue }] } }],
  ["aws:s3/bucket:Bucket", "bucket", {}],
];

/** All that a server is told of a stack, each resource twice, and of the same stack once more. */
function said(summary: boolean, copied?: (list: readonly Policy[]) => Iterable<Policy>): string[] {
  const ledger = new Ledger();
  const run = { profile: "prod" as const, exemptions: new Exemptions([], "2026-01-01"), ledger, summary };
  const list = policiesOf(rules, run, "prod");
  const policies = copied?.(list) ?? list;
  const told: string[] = [];
  const once = () => {
    for (const resource of [...resources, ...resources]) analyze(policies, resource, told);
    analyzeStack(policies, told);
  };
  once();
  once();
  return told;
}

function argsOf([type, name, properties]: (typeof resources)[number]): PolicyResource {
  return {
    type,
    name,
    urn: `urn:pulumi:shop-prod::shop::${type}::${name}`,
    // An object whose unknown members throw, as the server's.
    props: Object.defineProperties({}, Object.getOwnPropertyDescriptors(served(properties))),
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
    },
    dependencies: [],
    propertyDependencies: {},
    isType: () => false,
    asType: () => undefined,
  };
}

function analyze(policies: Iterable<Policy>, resource: (typeof resources)[number], told: string[]): void {
  for (const policy of policies) {
    const ask = "validateResource" in policy ? policy.validateResource : undefined;
    if (typeof ask !== "function") continue;
    // As the server does: a type that is attached is asked before anything is unpacked.
    const attached: unknown = Reflect.get(ask, "__pulumiType");
    if (attached !== undefined && attached !== resource[0]) continue;
    const args: ResourceValidationArgs = { ...argsOf(resource), ...common, asType: () => undefined };
    quietly(() => ask(args, reportTo(told, policy)));
  }
}

/** Takes a text, and what the server takes beside it: an object that has more to say. */
function reportTo(told: string[], { name }: Policy): ReportViolation {
  return (...said: [unknown, string?]) => {
    const [message, urn] = said;
    told.push(isObject(message) ? `${name} ${message.urn} ${message.message}` : `${name} ${urn} ${message}`);
  };
}

function analyzeStack(policies: Iterable<Policy>, told: string[]): void {
  for (const policy of policies) {
    if (!("validateStack" in policy)) continue;
    if (Reflect.get(policy.validateStack, "__pulumiType") !== undefined) continue;
    const args = { resources: resources.map(argsOf), ...common };
    quietly(() => policy.validateStack(args, reportTo(told, policy)));
  }
}

const common = {
  stackTags: new Map<string, string>(),
  getConfig: <T extends object>() => ({}) as T,
  notApplicable: (): never => {
    throw new NotApplicable();
  },
};

function quietly(ask: () => unknown): void {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof NotApplicable)) throw error;
  }
}

describe("a server that copies the list of policies", () => {
  for (const summary of [true, false]) {
    const iterated = said(summary);
    const how = summary ? "in a summary" : "note by note";

    it(`is compared with one that iterates over it, and is told of what can't be judged, ${how}`, () => {
      const undetermined = iterated.flatMap(
        (line) => line.match(/not known before the update|"kind":"undetermined"/g) ?? [],
      );
      assert.equal(undetermined.length, 4);
    });

    for (const [name, copy] of copies) {
      it(`is told the same notes, counts and findings, ${how}: ${name}`, () =>
        assert.deepEqual(said(summary, copy), iterated));
    }
  }

  it("is told of all notes, and of the count, in one summary", () => {
    const summaries = said(true).filter((line) => line.startsWith("summary "));
    assert.equal(summaries.length, 2);
    assert.equal(summaries[0], summaries[1]);
    assert.match(summaries[0] ?? "", /"encryption-at-rest-database":4[,}]/);
    for (const line of said(true)) assert.doesNotMatch(line, /^(undetermined|unjudged|exemptions|profile) /);
  });
});
