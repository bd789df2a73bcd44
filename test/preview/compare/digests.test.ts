import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import type { Plan } from "../../../preview/model/plan";
import { planWith, urnOf } from "../../support/plan-with";

const [password, run] = ["random:index/randomPassword:RandomPassword", "random:index/randomId:RandomId"];

/** A password with its length, and a value that forces a replacement and is made of it. */
function planOf(length: number, definition: string): Plan {
  return planWith([
    { type: password, name: "password", inputs: { length }, outputs: { result: "simulated-result-of-password" } },
    {
      type: run,
      name: "run",
      inputs: { byteLength: 4, keepers: { definition } },
      propertyDependencies: { keepers: [urnOf(password, "password")] },
    },
  ]);
}

function actionOn(definition: string): string | undefined {
  const { changes } = comparePlans(planOf(16, definition), planOf(32, definition), "main");
  return changes.find(({ name }) => name === "run")?.action;
}

describe("What is made of a resource that is replaced", () => {
  const values = {
    "a digest of 64 digits": ["0123456789abcdef".repeat(4), "replace"],
    "a short digest": ["2693e1aa", "replace"],
    "a text with what the cloud computes": ["postgres://app:simulated-result-of-password@db", "replace"],
    "a text without": ["app", "unchanged"],
    "a number in digits": ["20261130", "unchanged"],
    "a word of six letters": ["facade", "unchanged"],
  } as const;
  for (const [name, [definition, action]] of Object.entries(values)) {
    it(`${name}: ${action}`, () => assert.equal(actionOn(definition), action));
  }
});
