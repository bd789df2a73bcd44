import assert from "node:assert/strict";
import { join } from "node:path";
import { preview } from "../../../preview/engine/preview";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import { projectDir } from "../../support/project";
import { realPlan } from "../same-plans/real-plan";
import { EngineStack } from "../support/stack";
import { onCluster } from "./place";

const programDir = join(projectDir, "test/fixtures/programs/computed");

describe("what the API server computes inside of an input", () => {
  onCluster((place) => {
    it("is told by both engines alike before the namespace is there", async () => {
      const { bin, plugins, kubeconfig } = place();
      const stack = await EngineStack.create({
        bin,
        plugins,
        name: "dev",
        project: "computed",
        programDir,
        config: {},
      });
      stack.env.KUBECONFIG = kubeconfig;
      try {
        const { code, stdout, output } = await stack.preview("--json");
        assert.equal(code, 0, output);
        const { resources } = await preview({ projectDir: programDir, stack: "dev", unknowns: true });
        const offline = resources.filter(({ type, urn }) => type !== rootStackType && !isDefaultProvider(urn));
        assert.deepEqual(
          new Map(offline.map(({ urn, inputs }) => [urn, inputs])),
          new Map([...realPlan(stdout)].map(([urn, { inputs }]) => [urn, inputs])),
        );
        assert.equal(offline.length, 3);
      } finally {
        stack.remove();
      }
    });
  });
});
