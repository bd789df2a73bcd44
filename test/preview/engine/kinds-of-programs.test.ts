import assert from "node:assert/strict";
import type { Plan } from "../../../preview/model/plan";
import { resourcesOf } from "../../support/plan-queries";
import { programPlan } from "../programs";

describe("a program may be", () => {
  const kinds: [kind: string, program: string, outputs: Plan["stackOutputs"]][] = [
    ["TypeScript, loaded by a loader of its own", "small", { url: "[secret]" }],
    ["TypeScript, compiled by the SDK", "typescript", { key: "[secret]", settled: "[secret]" }],
    ["an ES module", "clouds", { plain: "text" }],
    ["CommonJS", "options", { plain: { number: 1, list: [true, null, "text"] } }],
    ["an exported async function", "invokes", { account: "123456789012" }],
    ["one without outputs", "cluster", {}],
  ];
  for (const [kind, program, outputs] of kinds) {
    it(kind, async () => {
      const { stackOutputs } = await programPlan(program);
      for (const [name, value] of Object.entries(outputs)) assert.deepEqual(stackOutputs[name], value, name);
    });
  }

  it("has its outputs with the stack's resource too, and a component's with the component", async () => {
    const { resources, stackOutputs } = await programPlan("small");
    const [stack] = resources.filter(({ type }) => type === "pulumi:pulumi:Stack");
    const [group] = resources.filter(({ type }) => type === "small:index:Group");
    assert.deepEqual(stack?.outputs, stackOutputs);
    assert.deepEqual(group?.outputs, { vpcId: stackOutputs.vpcId });
  });

  it("what it prints is a note", async () => {
    const { diagnostics } = await programPlan("invokes");
    assert.deepEqual(diagnostics, [{ severity: "info", message: "looking around\nno complaints" }]);
  });

  it("reads its own stack file: numbers, lists, objects with secrets", async () => {
    const plan = await programPlan("typescript");
    assert.deepEqual(plan.config, {
      "typescript:length": "3",
      "typescript:names": '["left","right"]',
      "typescript:settings": "[secret]",
    });
    assert.deepEqual(
      resourcesOf(plan, "random:index/randomPet:RandomPet").map(({ name, inputs }) => [name, inputs]),
      ["left", "right"].map((name) => [name, { keepers: { key: "[secret]" }, length: 3 }]),
    );
  });
});
