import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { concepts } from "../../../components/contract";
import { targetNames } from "../../../components/targets";
import { countsOf } from "../../../preview/model/plan-counts";
import { isotopo } from "../../support/command";
import { planOf } from "../../support/plans";
import { copyOfProject, type ProjectCopy } from "../../support/project-copy";

describe("isotopo compare", () => {
  it("prints the clouds of an application side by side", async () => {
    const { code, stdout, stderr } = await isotopo(["compare", "icosistem-prod"]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^icosistem in prod\n\n +AWS +Google Cloud +Azure +Kubernetes\nin the cloud /);
    for (const concept of concepts) assert.match(stdout, new RegExp(`^${concept} +\\S`, "m"));
    assert.ok(stdout.split("\n").every(({ length }) => length <= 100));
  });

  it("says the same as JSON, with the counts of the previews", async () => {
    const { code, stdout } = await isotopo(["compare", "mesio-dev", "--format", "json"]);
    assert.equal(code, 0);
    const { clouds } = JSON.parse(stdout) as { clouds: { name: string; stack: string; resources: number }[] };
    assert.deepEqual(
      clouds.map(({ name }) => name),
      [...targetNames],
    );
    for (const { stack, resources } of clouds) {
      const plan = await planOf(stack);
      assert.equal(resources, countsOf(plan.resources).inCloud, stack);
    }
  });

  it("tells what is near to a name that no stack has", async () => {
    assert.deepEqual(await isotopo(["compare", "icosistem-pro"]), {
      code: 2,
      stdout: "",
      stderr: 'isotopo: no stack is "icosistem-pro", which is <app>-<environment>: did you mean "icosistem-prod"?\n',
    });
  });

  describe("without its table", () => {
    let copy: ProjectCopy;
    before(() => {
      copy = copyOfProject();
    });
    after(() => copy.remove());
    const compare = () => isotopo(["compare", "mesio-dev"], { cwd: copy.dir });

    it("says which file is broken, where, and how to make it anew", async () => {
      const path = join(copy.dir, "docs/capabilities.json");
      const fix = "make it anew with: node --import tsx tools/generate.ts\n";
      const whole = readFileSync(path, "utf8");
      writeFileSync(path, whole.slice(0, 100));
      assert.deepEqual(await compare(), { code: 2, stdout: "", stderr: `isotopo: ${path} is no JSON; ${fix}` });
      writeFileSync(path, '{ "clouds": [] }');
      const { code, stderr } = await compare();
      assert.equal(code, 2);
      assert.ok(stderr.startsWith(`isotopo: ${path}: options: `) && stderr.endsWith(fix), stderr);
    });
  });
});
