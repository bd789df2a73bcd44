import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentNames } from "../../../components/contract";
import { image, Toy } from "./toy";

const stacks = environmentNames.map((environment) => `fixture-kubernetes-${environment}`);
const digest = JSON.stringify({ app: `sha256:${"a".repeat(64)}` });

describe("a promotion, on Pulumi's own engine", function () {
  this.timeout(300_000);
  let toy: Toy;
  before(async function () {
    toy = await Toy.make(this);
    for (const stack of stacks.slice(1)) await toy.pulumi("stack", "init", stack);
  });
  after(() => toy?.remove());

  it("takes one digest through the environments, each shown before it is changed", async () => {
    for (const stack of stacks) {
      const plan = await toy.deliver("plan", ["--stack", stack, "--images", digest], { env: { GIT_DIR: toy.git } });
      assert.equal(plan.code, 0, plan.stderr);
      assert.match(plan.stdout, /\| 2 \| – \| – \| – \|/);
      assert.equal(toy.running(stack), undefined);
      const { code, stdout, stderr } = await toy.deliver("deploy", [
        "--stack",
        stack,
        "--images",
        digest,
        "--patience",
        "2",
      ]);
      assert.equal(code, 0, `${stdout}${stderr}`);
      assert.equal(toy.running(stack), image("a"));
    }
    assert.deepEqual(
      toy.told,
      stacks.map((stack) => `${stack} is deployed and well`),
    );
  });

  it("is written into the files of the stacks, which then say what runs", async () => {
    const args = ["--app", "fixture", "--images", digest, "--environments", environmentNames.join()];
    const { code, stderr } = await toy.deliver("record-images", [...args, "--deployed", "fixture-kubernetes-*"]);
    assert.equal(code, 0, stderr);
    for (const stack of stacks) {
      const file = readFileSync(join(toy.project, `stacks/Pulumi.${stack}.yaml`), "utf8");
      assert.ok(file.includes(`app: ${image("a")}`), file);
      const { changeSummary } = JSON.parse(await toy.pulumi("preview", "--json", "--stack", stack));
      assert.deepEqual(changeSummary, { same: 2 });
    }
  });
});
