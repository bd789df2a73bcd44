import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import { jsonReport } from "../../../preview/formats/json/changes";
import type { Plan } from "../../../preview/model/plan";
import { readPlans, readPreviews, readStackChanges } from "../../../preview/sources/document";
import type { OwnRules } from "../../../preview/sources/trusted-rules";
import { mistakeOf, programPlan, twoRules } from "../programs";

/** The rules of a plan's own packs, as the packs here have them. */
function rulesOf({ policy }: Plan): OwnRules {
  return new Map(policy.judged.map(({ name, title, fix, source }) => [name, { title, fix, source }]));
}

describe("the JSON of a preview", () => {
  it("gives the comparison back as it was", async () => {
    const plan = await programPlan("small", { policyPacks: [twoRules] });
    const base = { ...plan, resources: plan.resources.slice(0, -1) };
    const change = { ...comparePlans(base, plan, "main (1a2b3c4)"), monthlyCost: { after: 12, currency: "EUR" } };
    assert.deepEqual(readStackChanges(jsonReport([{ plan, change }]), "plan.json", rulesOf(plan)), [
      { ...change, fromFile: true },
    ]);
  });

  it("of several stacks gives each", async () => {
    const plan = await programPlan("small");
    const compared = ["dev", "prod"].map((stack) => {
      const own = { ...plan, stack };
      return { plan: own, change: comparePlans(own, own, "plan.json") };
    });
    const read = readStackChanges(jsonReport(compared), "plan.json");
    assert.deepEqual(
      read,
      compared.map(({ change }) => ({ ...change, fromFile: true })),
    );
  });

  it("without a comparison has everything created, as the plan says", async () => {
    const plan = await programPlan("options");
    const change = comparePlans(undefined, plan, undefined);
    assert.deepEqual(readStackChanges(jsonReport([{ plan, change }]), "plan.json", rulesOf(plan)), [
      { ...change, fromFile: true },
    ]);
  });

  it("gives the plan back as it was", async () => {
    const plan = await programPlan("options");
    const text = jsonReport([{ plan, change: comparePlans(undefined, plan, undefined) }]);
    // JSON has no word for a member that is not set.
    assert.deepEqual(readPlans(text, "plan.json").plans, [JSON.parse(JSON.stringify(plan))]);
  });

  it("gives the failures back as they were, and has none in a document of before they were written", () => {
    const failures = [{ project: "shop", stack: "prod", words: "Error: no account\n    at index.ts:1:1" }];
    const read = readPreviews(jsonReport([], failures), "plan.json");
    assert.deepEqual(read, { stacks: [], failures: failures.map((failure) => ({ ...failure, fromFile: true })) });
    assert.deepEqual(readPreviews(JSON.stringify({ stacks: {} }), "plan.json"), { stacks: [], failures: [] });
    assert.equal(jsonReport([], read.failures), jsonReport([], failures));
  });

  it("may hold no stack, where a change touches none", () => {
    assert.deepEqual(readStackChanges(jsonReport([]), "plan.json"), []);
  });

  it("counts what changes by the words of the real engine", async () => {
    const plan = await programPlan("small");
    const head = { ...plan, resources: plan.resources.filter(({ name }) => name !== "main-vpc") };
    const { changeSummary, steps } = JSON.parse(jsonReport([{ plan: head, change: comparePlans(plan, head, "base") }]));
    assert.deepEqual(changeSummary, { same: 3, delete: 1 });
    assert.deepEqual(
      steps.filter(({ op }: { op: string }) => op === "delete").map(({ oldState }: { oldState: object }) => oldState),
      [
        {
          urn: "urn:pulumi:dev::small::small:index:Group$aws:ec2/vpc:Vpc::main-vpc",
          custom: true,
          type: "aws:ec2/vpc:Vpc",
          parent: "urn:pulumi:dev::small::small:index:Group::main",
        },
      ],
    );
  });

  const broken: [name: string, text: string, words: string][] = [
    ["nothing", " \n", "x.json is empty"],
    ["half a file", '{"stacks": {', "x.json is no JSON, or ends in the middle"],
    [
      "other JSON",
      '{"a": 1}',
      "x.json is not what `isotopo preview --format json` writes: project: Invalid input: expected string, received undefined",
    ],
    [
      "a list",
      "[1]",
      "x.json is not what `isotopo preview --format json` writes: it: Invalid input: expected object, received array",
    ],
  ];
  for (const [name, text, words] of broken) {
    it(`that is ${name} is told in a line`, async () => {
      assert.equal(await mistakeOf((async () => readStackChanges(text, "x.json"))()), words);
    });
  }
});
