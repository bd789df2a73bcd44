import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { originSeconds } from "../../components/aws/edge/limits";
import { keepAliveSeconds } from "../../infra/apps/common";
import { projectDir } from "../support/project";

/** Sentences of pages that say how long connections are kept, by page. */
const said: readonly [page: string, words: string][] = [
  ["docs/edge.md", `as its longest route waits, 60 to ${originSeconds.most} s, the applications ${keepAliveSeconds} s`],
  ["docs/add-your-application.md", `which is 60 to ${originSeconds.most} s on AWS`],
  ["docs/add-your-application.md", `--keep-alive=${keepAliveSeconds}`],
];

describe("how long connections are kept", () => {
  for (const [page, words] of said) {
    it(`${page} says "${words}"`, () => {
      assert.ok(readFileSync(join(projectDir, page), "utf8").replaceAll(/\s+/g, " ").includes(words));
    });
  }
});
