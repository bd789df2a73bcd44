import assert from "node:assert/strict";
import { join } from "node:path";
import { concepts } from "../../../components/contract";
import { targetNames } from "../../../components/targets";
import { countsOf } from "../../../preview/model/plan-counts";
import { isotopo } from "../../support/command";
import { freshPlanOf } from "../../support/plans";
import { shippedStacks } from "../../support/project";
import { shipped } from "../../support/shipped";
import { program } from "../programs";

/** An application that is shipped for production on each target. */
const app = [...new Set(shipped.map((one) => one.app))].find((name) =>
  targetNames.every((cloud) => shippedStacks.includes(`${name}-${cloud}-prod`)),
);

describe("isotopo compare", () => {
  it("prints the clouds of an application side by side", async () => {
    const { code, stdout, stderr } = await isotopo(["compare", `${app}-prod`]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, new RegExp(`^${app} in prod\\n\\n +AWS +Google Cloud +Azure +Kubernetes\\nin the cloud `));
    for (const concept of concepts) assert.match(stdout, new RegExp(`^${concept} +\\S`, "m"));
    assert.ok(stdout.split("\n").every(({ length }) => length <= 100));
  });

  it("says the same as JSON, with the counts of the previews", async () => {
    const { code, stdout } = await isotopo(["compare", `${app}-dev`, "--format", "json"]);
    assert.equal(code, 0);
    const { clouds } = JSON.parse(stdout) as { clouds: { name: string; stack: string; resources: number }[] };
    assert.deepEqual(
      clouds.map(({ name }) => name),
      [...targetNames],
    );
    for (const { stack, resources } of clouds) {
      const plan = await freshPlanOf(stack);
      assert.equal(resources, countsOf(plan.resources).inCloud, stack);
    }
  });

  it("tells what is near to a name that no stack has", async () => {
    assert.deepEqual(await isotopo(["compare", `${app}-pro`]), {
      code: 2,
      stdout: "",
      stderr: `isotopo: no stack is "${app}-pro", which is <app>-<environment>: did you mean "${app}-prod"?\n`,
    });
  });

  it("refuses a project that does not describe its targets", async () => {
    const module = join(program("cluster"), "isotopo.cjs");
    const words = `${module} has no "comparison": it describes what this command shows, see docs/describing-a-project.md`;
    assert.deepEqual(await isotopo(["compare", "shop-production"], { cwd: program("cluster") }), {
      code: 2,
      stdout: "",
      stderr: `isotopo: ${words}\n`,
    });
  });
});
