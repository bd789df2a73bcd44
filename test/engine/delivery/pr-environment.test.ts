import assert from "node:assert/strict";
import { stack, Toy } from "./toy";

const request = ["--base", stack, "--pull-request", "12"];
const copy = "fixture-kubernetes-pr12-dev";

describe("the environment of a pull request, on Pulumi's own engine", function () {
  this.timeout(300_000);
  let toy: Toy;
  before(async function () {
    toy = await Toy.make(this);
    await toy.pulumi(
      "config",
      "set",
      "--secret",
      "--path",
      "isotopo:secrets.MAIL_PASSWORD",
      "s3cret",
      "--stack",
      stack,
    );
  });
  after(() => toy?.remove());

  const environment = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await toy.deliver("pr-environment", args);
    assert.equal(code, 0, `${stdout}${stderr}`);
    return stdout.trimEnd().split("\n").at(-1) ?? "";
  };
  const stacks = async () => {
    const all: { name: string }[] = JSON.parse(await toy.pulumi("stack", "ls", "--json"));
    return all.map(({ name }) => name).sort();
  };

  it("is made with the config of the other, and names of its own", async () => {
    assert.equal(await environment("up", ...request, "--patience", "2"), `${copy} is well: ${toy.url}`);
    assert.notEqual(toy.running(copy), undefined);
    const shown = JSON.parse(await toy.pulumi("config", "--json", "--show-secrets", "--stack", copy));
    assert.equal(shown["isotopo:instance"].value, "pr12");
    assert.match(shown["isotopo:secrets"].value, /s3cret/);
  });

  it("stays while it is updated, and expires", async () => {
    assert.equal(await environment("expired", "--days", "3"), "stacks=[]");
    toy.ages(copy, 4);
    assert.match(await environment("expired", "--days", "3"), /^stacks=\[\{"stack":"fixture-kubernetes-pr12-dev",/);
    await environment("sweep", "--stack", copy, "--days", "3");
    assert.equal(toy.running(copy), undefined);
    assert.deepEqual(await stacks(), [stack]);
  });

  it("comes back by the next push, and is destroyed once, from a checkout without its file", async () => {
    toy.forgets(copy);
    assert.equal(await environment("up", ...request, "--patience", "2"), `${copy} is well: ${toy.url}`);
    toy.forgets(copy);
    await environment("down", ...request);
    assert.equal(toy.running(copy), undefined);
    assert.deepEqual(await stacks(), [stack]);
    assert.equal(await environment("down", ...request), `${copy} is not there`);
  });

  it("that was made and never updated is swept", async () => {
    const never = "fixture-kubernetes-pr9-dev";
    await toy.pulumi("stack", "init", never);
    toy.ages(never, 4);
    assert.match(await environment("expired", "--days", "3"), /"fixture-kubernetes-pr9-dev"/);
    await environment("sweep", "--stack", never, "--days", "3");
    assert.deepEqual(await stacks(), [stack]);
  });
});
