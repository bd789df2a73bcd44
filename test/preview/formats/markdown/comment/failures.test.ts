import assert from "node:assert/strict";
import { changesHtml } from "../../../../../preview/formats/html";
import { commentReport } from "../../../../../preview/formats/markdown/comment";
import type { StackFailure } from "../../../../../preview/model/failure";
import { readPreviews } from "../../../../../preview/sources/document";
import { openLines } from "../../../../../tools/changes/open-lines";
import { Shop } from "./shop";

const failure = (stack: string, words: string): StackFailure => ({ project: "shop", stack, words });
const shop = new Shop("prod");
const { bucket, ...others } = shop.usual();
const loss = shop.change({
  ...others,
  bucket: { ...bucket, action: "delete", dataLoss: "the bucket and its objects" },
});

describe("Stacks that could not be previewed, in a comment", () => {
  it("are one line where their words differ by their own name only", () => {
    const failures = ["s1", "s2", "s3"].map((stack) => failure(stack, `stacks/Pulumi.${stack}.yaml:3:1: bad, not s11`));
    const lines = openLines(commentReport([loss], { failures })).filter((line) => /could not be previewed:/.test(line));
    assert.deepEqual(lines, [
      "- ⛔ 3 of 4 stacks could not be previewed: `stacks/Pulumi.<stack>.yaml:3:1`: bad, not s11.",
    ]);
  });

  for (const count of [4, 12, 48, 200]) {
    it(`leave open lines to what is lost: ${count} of them, each with other words`, () => {
      const failures = Array.from({ length: count }, (_, i) => failure(`s${i}`, `wrong number ${i * 7}`));
      const open = openLines(commentReport([loss], { failures }));
      assert.equal(open.filter((line) => /^- .*could not be previewed/.test(line)).length, 3);
      assert.ok(
        open.some((line) => /Bucket `uploads`.*objects are lost/.test(line)),
        open.join("\n"),
      );
      assert.ok(open.length <= 20);
    });
  }

  it("are counted once where two files tell of one", () => {
    const comment = commentReport([loss], { failures: [failure("dev", "a"), failure("dev", "b")] });
    assert.match(comment, /Incomplete: 1 stack could not be previewed/);
    assert.match(comment, /, without 1 that could not be previewed/);
    assert.match(comment, /\n\| 1 stack could not be previewed \|/);
  });

  it("give the base that they were to be compared with in the command", () => {
    const comment = commentReport([], { failures: [{ ...failure("dev", "no base"), base: "main (1a2b3c4)" }] });
    assert.match(comment, /\nnpx isotopo preview dev --against main\n/);
  });
});

describe("What is read from a file", () => {
  const documents = {
    nothing: '{"stacks":{}}',
    "a failure": '{"stacks":{},"failures":[{"project":"p","stack":"s","words":"w"}]}',
    "no failure": '{"stacks":{},"failures":[]}',
  };
  for (const [name, text] of Object.entries(documents)) {
    it(`is told as said by the code itself, in comment and page: ${name}`, async () => {
      const { stacks, failures } = readPreviews(text, "preview.json");
      const changes = stacks.map(({ change }) => change);
      assert.match(
        commentReport(changes, { failures, fromFile: true }),
        /\n\*\*Said by the pull request’s own code\*\*, /,
      );
      assert.match(await changesHtml(changes, failures, true), /Said by the previewed code, /);
    });
  }
});
