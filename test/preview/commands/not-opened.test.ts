import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo } from "../../support/command";
import { inFolder, program } from "../programs";

describe("A run whose project or base can't be opened", function () {
  this.timeout(60_000);

  it("writes reports that say so in the place of older ones, and the comment says it", () =>
    inFolder(async (folder) => {
      const broken = join(folder, "broken");
      const runs: [args: string[], stacks: string[], words: RegExp][] = [
        [
          ["--all", "--program", program("one-of-three"), "--against", "no-such-revision"],
          ["dev", "prod", "staging"],
          /no-such-revision/,
        ],
        [["dev", "--program", broken], ["dev"], /Pulumi\.yaml|project/],
        [["--all", "--program", broken], ["all stacks"], /Pulumi\.yaml|project/],
      ];
      for (const [args, stacks, words] of runs) {
        const out = join(folder, "plan.json");
        writeFileSync(out, '{"stacks":{}}');
        const { code, stdout, stderr } = await isotopo(["preview", ...args, "--format", "json", "--out", out]);
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(stderr, words);
        const { failures } = JSON.parse(readFileSync(out, "utf8"));
        assert.deepEqual(
          failures.map(({ stack }: { stack: string }) => stack),
          stacks,
        );
        for (const failure of failures) assert.match(failure.words, words);
        const comment = await isotopo(["comment", "--from", out, "--dry-run", "--marker", "preview"]);
        assert.match(
          comment.stdout,
          /^<!-- isotopo:preview:preview -->\n## ⛔ Incomplete: [13] stacks? could not be previewed\n/,
        );
        assert.match(comment.stdout, /\*\*Said by the pull request’s own code\*\*/);
      }
    }));
});
