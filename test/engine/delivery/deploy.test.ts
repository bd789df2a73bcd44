import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { killTree } from "./kill-tree";
import { image, stack, Toy } from "./toy";

describe("a deployment, on Pulumi's own engine", function () {
  this.timeout(300_000);
  let toy: Toy;
  beforeEach(async function () {
    toy = await Toy.make(this);
  });
  afterEach(() => toy?.remove());

  it("runs the images that it is given, and remembers that they are well", async () => {
    const { code, stdout, stderr } = await toy.deploy("a");
    assert.equal(code, 0, `${stdout}${stderr}`);
    assert.equal(toy.running(), image("a"));
    assert.deepEqual(toy.told, [`${stack} is deployed and well`]);
    assert.deepEqual(await toy.history(), ["update succeeded: Images of a release"]);
  });

  describe("after a release that is well", () => {
    beforeEach(async () => {
      const { code, stdout, stderr } = await toy.deploy("a");
      assert.equal(code, 0, `${stdout}${stderr}`);
      toy.told.length = 0;
    });

    it("takes nothing back where its preview is refused, and makes nothing of the new program", async () => {
      const { code } = await toy.deploy("d", { env: { TOY_STRICT: "dddd", TOY_EXTRA: "1" } });
      assert.equal(code, 1);
      assert.deepEqual(toy.told, [
        `${stack} is not deployed: pulumi preview ended with 1; its update never began, so there is nothing to take back`,
      ]);
      assert.equal(toy.running(), image("a"));
      assert.equal(toy.running(`${stack}-extra`), undefined);
      assert.deepEqual(await toy.history(), ["update succeeded: Images of a release"]);
    });

    it("goes back where the release is not well", async () => {
      toy.unwell.add(image("b"));
      assert.equal((await toy.deploy("b")).code, 1);
      assert.equal(toy.running(), image("a"));
      assert.match(toy.told.join(), /HTTP 503; the images of the release before run again, and are well$/);
      assert.deepEqual(await toy.history(), [
        "update succeeded: Back to the images of the release before",
        "update succeeded: Images of a release",
        "update succeeded: Images of a release",
      ]);
    });

    it("goes back where the cloud refuses in the middle of the update", async () => {
      toy.sets("refused", "bbbb");
      assert.equal((await toy.deploy("b")).code, 1);
      assert.equal(toy.running(), image("a"));
      assert.match(
        toy.told.join(),
        /pulumi up ended with 1; the images of the release before run again, and are well$/,
      );
    });

    it("goes back to what was well, though a way back failed in its preview before", async () => {
      for (const letter of ["d", "e"]) toy.unwell.add(image(letter));
      assert.equal((await toy.deploy("d", { env: { TOY_STRICT: "aaaa" } })).code, 1);
      assert.match(
        toy.told.join(),
        /release before failed too: pulumi preview ended with 1\. Somebody has to look at it now$/,
      );
      assert.equal(toy.running(), image("d"));
      assert.equal((await toy.deploy("e")).code, 1);
      assert.equal(toy.running(), image("a"));
    });

    it("that the lock refuses takes nothing back of the one that runs", async () => {
      toy.sets("slow");
      const first = toy.deploy("b");
      await toy.begun();
      const second = toy.deploy("c");
      assert.equal((await second).code, 1);
      assert.match(
        toy.told.join(),
        /pulumi up ended with 1; its update never began, so there is nothing to take back$/,
      );
      toy.unsets("slow");
      const { code, stdout, stderr } = await first;
      assert.equal(code, 0, `${stdout}${stderr}`);
      assert.equal(toy.running(), image("b"));
      assert.deepEqual(await toy.history(), Array(2).fill("update succeeded: Images of a release"));
    });

    for (const [signal, ending] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      it(`cancelled by ${signal} waits for Pulumi, which gives its lock back, and says so at once`, async () => {
        toy.sets("slow");
        let child: ChildProcess | undefined;
        const cancelled = toy.deploy("b", { began: (started) => (child = started) });
        await toy.begun();
        child?.kill(signal);
        while (toy.told.length === 0) await new Promise((done) => setTimeout(done, 20));
        assert.match(toy.told.join(), /the job is cancelled while Pulumi changes it.*`pulumi cancel --stack /);
        toy.unsets("slow");
        assert.equal((await cancelled).code, ending);
        assert.equal(toy.told.length, 2);
        assert.match(toy.told[1] ?? "", /Pulumi has ended, maybe in the middle, and gave its lock back/);
        const { code, stdout, stderr } = await toy.deploy("b");
        assert.equal(code, 0, `${stdout}${stderr}`);
        assert.equal(toy.running(), image("b"));
      });
    }

    it("that is killed leaves its lock: the next changes nothing, until `pulumi cancel`", async () => {
      toy.sets("slow");
      let child: ChildProcess | undefined;
      const killed = toy.deploy("b", { began: (started) => (child = started) });
      await toy.begun();
      killTree(child?.pid ?? 0);
      await killed;
      toy.unsets("slow");
      assert.equal((await toy.deploy("c")).code, 1);
      assert.match(toy.told.join(), /its update never began, so there is nothing to take back$/);
      await toy.pulumi("cancel", "--yes", "--stack", stack);
      const { code, stdout, stderr } = await toy.deploy("c");
      assert.equal(code, 0, `${stdout}${stderr}`);
      assert.equal(toy.running(), image("c"));
    });
  });
});
