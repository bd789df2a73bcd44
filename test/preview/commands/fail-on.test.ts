import assert from "node:assert/strict";
import { closedGates, type GateName, gateNames, gateWords } from "../../../preview/commands/fail-on";
import type { ResourceChange } from "../../../preview/model/change";
import type { Violation } from "../../../preview/model/plan";
import { mixed } from "../formats/judged";

function change(action: ResourceChange["action"], more: Partial<ResourceChange> = {}): ResourceChange {
  const type = more.type ?? "aws:rds/instance:Instance";
  return {
    action,
    type,
    name: "main",
    urn: `urn:pulumi:d::p::${type}::main`,
    custom: true,
    dependencies: [],
    properties: [],
    causes: [],
    protected: false,
    retained: false,
    ...more,
  };
}

function finding(enforcementLevel: Violation["enforcementLevel"], severity: Violation["severity"]): Violation {
  const [first] = mixed.policy.violations;
  assert.ok(first !== undefined);
  return { ...first, enforcementLevel, severity, policy: `${enforcementLevel}-${severity}` };
}

const loss = change("replace", { dataLoss: "the database and its rows" });
const open = change("unchanged", { properties: [{ path: "a", kind: "not comparable", forces: "nothing" }] });

/** What is found, and the gates that close on it; every other gate stays open. */
const facts: [what: string, found: ResourceChange | Violation | "note", closed: GateName[]][] = [
  ["a database is replaced", loss, ["data-loss", "replace"]],
  ["a database may be replaced", { ...loss, action: "may replace" }, ["data-loss", "replace", "undetermined"]],
  ["something without data is replaced", change("replace"), ["replace"]],
  ["something is deleted", change("delete"), ["delete"]],
  ["something is deleted, and stays in the cloud", change("delete", { retained: true }), []],
  ["a component is deleted", change("delete", { custom: false, type: "isotopo:aws:Web" }), []],
  ["a provider is replaced", change("replace", { type: "pulumi:providers:aws" }), []],
  ["something is made, updated, imported or the same", change("update"), []],
  ["a value can't be compared", open, ["undetermined"]],
  ["a rule has no answer yet", "note", ["undetermined"]],
  ["a mandatory rule of low severity is broken", finding("mandatory", "low"), ["mandatory", "low"]],
  ["a mandatory rule of high severity is broken", finding("mandatory", "high"), ["mandatory", "low", "medium", "high"]],
  [
    "an advisory rule of critical severity is broken",
    finding("advisory", "critical"),
    ["low", "medium", "high", "critical"],
  ],
  [
    "a mandatory rule without a severity is broken",
    finding("mandatory", "unspecified"),
    ["mandatory", "low", "medium", "high", "critical"],
  ],
  ["an advisory rule without a severity is broken", finding("advisory", "unspecified"), []],
];

describe("--fail-on", () => {
  const gated = (found: (typeof facts)[number][1]) => ({
    stack: "shop-prod",
    changes: typeof found === "object" && "action" in found ? [found] : [],
    policy: {
      ...mixed.policy,
      violations: typeof found === "object" && "policy" in found ? [found] : [],
      notes: found === "note" ? mixed.policy.notes.filter(({ policy }) => policy === "undetermined") : [],
    },
  });
  for (const [what, found, closed] of facts) {
    it(`${what}: ${closed.join(", ") || "nothing closes"}`, () => {
      // `mandatory` beside each, so that what is said of changes is seen alone.
      const shut = gateNames.filter((gate) => closedGates(gated(found), [gate]).some((one) => one.gate === gate));
      assert.deepEqual(
        shut,
        gateNames.filter((gate) => closed.includes(gate)),
      );
    });
  }

  const mandatory = gated(finding("mandatory", "low"));
  const sets: [asked: GateName[] | undefined, closed: GateName[]][] = [
    [undefined, ["mandatory"]],
    [["data-loss"], ["mandatory"]],
    [["undetermined", "delete"], ["mandatory"]],
    [["high"], []],
    [["high", "data-loss"], []],
    [["high", "mandatory"], ["mandatory"]],
    [["low"], ["low"]],
  ];
  for (const [asked, closed] of sets) {
    it(`${asked?.join(",") ?? "nothing"}: a mandatory violation of low severity closes ${closed.join() || "nothing"}`, () => {
      assert.deepEqual(
        closedGates(mandatory, asked).map(({ gate }) => gate),
        closed,
      );
    });
  }

  it("says which gate closed, of which stack, and by what", () => {
    const many = ["a", "b", "c", "d", "e", "f", "g"].map((name) => change("delete", { name }));
    const both = [finding("mandatory", "high"), finding("mandatory", "high"), finding("advisory", "critical")];
    const policy = { ...mixed.policy, violations: both };
    const stack = {
      stack: "shop-prod",
      policy,
      changes: [loss, change("may replace", { name: "web" }), open, ...many],
    };
    assert.deepEqual(closedGates(stack, ["high", "data-loss", "replace", "delete", "undetermined"]).map(gateWords), [
      "failed on data-loss: shop-prod: main (the database and its rows)",
      "failed on replace: shop-prod: main, web (it may be)",
      "failed on delete: shop-prod: a, b, c, d, e, 2 more",
      "failed on undetermined: shop-prod: 1 resource not wholly judged, 1 resource may be replaced, 1 resource not wholly comparable",
      "failed on high: shop-prod: mandatory-high (2), advisory-critical",
    ]);
  });
});
