import assert from "node:assert/strict";
import { deployed, image, stack } from "./deployed";

describe("a deployment", () => {
  const mistakes: [what: string, options: Parameters<typeof deployed>[0], args: string[], message: string][] = [
    [
      "an image by its tag",
      { images: '{"app":"shop/app:1"}' },
      ["--stack", stack],
      "images.app: required: an image by its digest, not a placeholder's",
    ],
    [
      "a placeholder's digest",
      { images: JSON.stringify({ app: image("0") }) },
      ["--stack", stack],
      "images.app: required: an image by its digest, not a placeholder's",
    ],
    [
      "no JSON",
      { images: "web" },
      ["--stack", stack],
      'the images are no JSON; required: {"<key>": "<image>@sha256:<digest>"}, or the digest alone',
    ],
    [
      "a digest without a repository",
      { images: JSON.stringify({ wep: `sha256:${"c".repeat(64)}` }) },
      ["--stack", stack],
      'images.wep: the stack file has no "wep"; it has app, api',
    ],
    [
      "a mistyped key, which would stay in the config and fail the way back as well",
      { images: JSON.stringify({ ap: image("c"), app: image("c") }) },
      ["--stack", stack],
      'images.ap: the stack file has no "ap"; it has app, api',
    ],
    ["no stack", {}, [], "which stack? usage: deploy --stack <name> [--images <json>] [--patience <seconds>]"],
    ["no time", {}, ["--stack", stack, "--patience", "0"], '--patience is "0"; required: 1 to 9999 seconds'],
    [
      "an option that there is not",
      {},
      ["--stock", stack],
      "--stock is not known; allowed: --stack, --images, --patience; usage: deploy --stack <name> [--images <json>] [--patience <seconds>]",
    ],
  ];
  for (const [what, options, args, message] of mistakes) {
    it(`with ${what} is refused before anything is called`, async () => {
      const { code, calls, stderr } = await deployed(options, args);
      assert.equal(stderr, `deploy: ${message}\n`);
      assert.equal(code, 2);
      assert.deepEqual(calls, []);
    });
  }

  it("of a stack without a file says which there are", async () => {
    const { code, stderr, calls } = await deployed({}, ["--stack", "nothing"]);
    assert.equal(code, 2);
    assert.match(stderr, /^deploy: .*nothing/);
    assert.ok(!stderr.includes("    at "), stderr);
    assert.deepEqual(calls, []);
  });
});
