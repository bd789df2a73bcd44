import assert from "node:assert/strict";
import { look, previewed, set, up, updated } from "./calls";
import { begun, deployed, image, stack } from "./deployed";

describe("a deployment", () => {
  it("updates, asks the readiness path until it is well three times, and tells", async () => {
    const { code, calls, site, stderr } = await deployed({ answers: [503, 200, 502, 200] });
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls, [...look, ...up]);
    assert.equal(site.asked.length, 6);
    assert.deepEqual([...new Set(site.asked)], ["/health/ready"]);
    assert.deepEqual(site.told, [`${stack} is deployed and well (https://ci.example/1)`]);
  });

  it("takes the images that it is given", async () => {
    const { code, calls } = await deployed({ images: JSON.stringify({ app: image("c") }) });
    assert.equal(code, 0);
    assert.deepEqual(calls, [...look, set("app", image("c")), ...up]);
  });

  it("takes a digest alone from the repository that the stack's file names", async () => {
    const digest = `sha256:${"c".repeat(64)}`;
    const { code, calls } = await deployed({ images: JSON.stringify({ app: digest }) });
    assert.equal(code, 0);
    assert.deepEqual(calls, [...look, set("app", `registry.example/fixture/app@${digest}`), ...up]);
  });

  it("shows what Pulumi prints and complains of, and none of a command's arguments", async () => {
    const script = {
      up: [{ prints: "+ app created", says: "warning: slow", code: 255 }, {}],
      "stack output": [{ says: "error: no passphrase", code: 255 }],
    };
    const { stdout, stderr } = await deployed({ script, images: JSON.stringify({ app: image("c") }) });
    assert.match(stdout, /^\+ app created$/m);
    assert.equal(stderr.match(/warning: slow/g)?.length, 1);
    assert.equal(stderr.match(/error: no passphrase/g)?.length, 1);
    assert.ok(!`${stdout}${stderr}`.includes("--skip-preview"), stderr);
  });

  for (const [what, outputs, found] of [
    ["is a secret", ["[secret]", "https://c4n4ry.example"], "a secret"],
    ["is no text", [7, 7], "no text"],
    ["is missing", [undefined, undefined], "missing"],
  ] as const) {
    it(`is not well where the address ${what}, which is not told`, async () => {
      const [masked, plain] = outputs.map((url) => ({ prints: { url } }));
      const { code, site, stdout, stderr } = await deployed({
        script: {
          "stack history": [{ prints: [] }, { prints: [begun("succeeded")] }],
          "stack output --json --stack": [masked ?? {}],
          "stack output": [plain ?? {}],
        },
      });
      assert.equal(code, 1);
      const words = `the output "url" of ${stack} is ${found}; required: the address, in plain text`;
      assert.ok(site.told.join().includes(`is not deployed: ${words}; there was no release before`), site.told.join());
      assert.ok(!`${stdout}${stderr}${site.told.join()}`.includes("c4n4ry"));
    });
  }

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    it(`that is cancelled by ${signal} lets Pulumi stop, and does no more`, async () => {
      const { calls, site, ...end } = await deployed(
        { script: { up: [{ waits: true, code: 255 }] } },
        [...["--stack", stack]],
        { at: /^waits$/m, signal },
      );
      assert.equal(end.code, code, end.stderr);
      assert.deepEqual(calls, [...look, previewed, updated, "waits", "SIGINT"]);
      assert.deepEqual(site.asked, []);
      assert.deepEqual(site.told, [
        `${stack}: the job is cancelled while Pulumi changes it; Pulumi finishes what it has begun. Where the runner kills it before, ` +
          "the stack stays locked: see that nothing changes it any more, then " +
          `\`pulumi cancel --stack ${stack}\` (https://ci.example/1)`,
        `${stack}: Pulumi has ended, maybe in the middle, and gave its lock back; nothing was tested or taken back: deploy again ` +
          "(https://ci.example/1)",
      ]);
    });
  }
});
