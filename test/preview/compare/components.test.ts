import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import type { PlanResource } from "../../../preview/model/plan";
import { type Made, planWith, urnOf } from "../../support/plan-with";

const component = (inputs: Made["inputs"]): Made => ({
  type: "shop:index:Store",
  name: "store",
  custom: false,
  inputs,
});
const within: Partial<PlanResource> = { parent: urnOf("shop:index:Store", "store") };
const record = (size: number): Made => ({
  type: "gcp:dns/recordSet:RecordSet",
  name: "jobs",
  inputs: { ttl: size },
  ...within,
});

function told(before: readonly Made[], after: readonly Made[]): string[] {
  const { changes } = comparePlans(planWith(before), planWith(after), "base");
  return changes.map(({ name, action, properties }) => [name, action, ...properties.map(({ path }) => path)].join(" "));
}

describe("a component", () => {
  const rows: readonly (readonly [what: string, before: Made[], after: Made[], told: string[]])[] = [
    [
      "that is given something else is told with the resources in it, once",
      [component({ size: 1, origins: { "a.b": "x" } }), record(1)],
      [component({ size: 2, origins: { "a.b": "y" } }), record(2)],
      ["store unchanged", "jobs update ttl"],
    ],
    [
      "whose resources stay the same does not change",
      [component({ origins: { "a.b": "x" } }), record(1)],
      [component({ origins: { "a.b": "y" } }), record(1)],
      ["store unchanged", "jobs unchanged"],
    ],
    [
      "without resources, as one of another language, is told itself",
      [component({ size: 1 })],
      [component({ size: 2 })],
      ["store update size"],
    ],
    [
      "that is new or gone is",
      [record(1)],
      [component({ size: 1 }), record(1)],
      ["store create size", "jobs unchanged"],
    ],
  ];
  for (const [what, before, after, expected] of rows) {
    it(what, () => assert.deepEqual(told(before, after), expected));
  }
});
