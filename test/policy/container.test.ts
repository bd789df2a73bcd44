import assert from "node:assert/strict";
import { containerAt } from "../../policy/core/container";
import { served, unknownValue } from "./breaks";

const containers = [{ name: "app" }, { name: "side" }, { image: "x" }, "odd", { name: unknownValue }];
const template = { spec: { containers, initContainers: [{ name: "init" }], ephemeralContainers: [{ name: "debug" }] } };

/** A resource, a path in it, and the container it is of. */
const rows: readonly [properties: object, path: string, container: string | undefined][] = [
  [template, "spec.containers[0].image", "app"],
  [template, "spec.containers[1].securityContext.capabilities.add[0]", "side"],
  [template, "spec.containers[1]", "side"],
  [template, "spec.initContainers[0].image", "init"],
  [template, "spec.ephemeralContainers[0].image", "debug"],
  [template, "spec.hostNetwork", undefined],
  [template, "spec.containers", undefined],
  [template, "spec.containers[2].image", undefined],
  [template, "spec.containers[3].image", undefined],
  [template, "spec.containers[4].image", undefined],
  [template, "spec.containers[9].image", undefined],
  [template, "spec.myContainers[0].image", undefined],
  [{ spec: { jobTemplate: { spec: { template } } } }, "spec.jobTemplate.spec.template.spec.containers[1].tty", "side"],
  [{ containerDefinitions: '[{"name":"task"}]' }, "containerDefinitions[0].user", "task"],
  [{ containerDefinitions: "no JSON" }, "containerDefinitions[0].user", undefined],
  [{ template: { containers: [{ name: "run" }] } }, "template.containers[0].envs[0].value", "run"],
  [{ "a.b": 1, spec: unknownValue }, "spec.containers[0].image", undefined],
];

describe("the container that a property is of", () => {
  for (const [properties, path, container] of rows) {
    it(`${path} of ${Object.keys(properties)[0]}: ${container ?? "none"}`, () =>
      assert.equal(containerAt(served(properties), path), container));
  }
});
