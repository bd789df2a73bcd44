import assert from "node:assert/strict";
import { placeOf } from "../../../preview/hosts/settings";

describe("the commit that a merge request's comment names", () => {
  const [made, merged] = ["a".repeat(40), "b".repeat(40)];
  const rows: [what: string, given: { head?: string }, env: Record<string, string>, head: string | undefined][] = [
    ["the pipeline's", {}, { CI_COMMIT_SHA: made }, made],
    [
      "the source branch's, where the pipeline is of a merged result",
      {},
      { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: made, CI_COMMIT_SHA: merged },
      made,
    ],
    ["the command line's", { head: made }, { CI_COMMIT_SHA: merged }, made],
    ["none, where nothing says one", {}, { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: "" }, undefined],
  ];
  for (const [what, given, env, head] of rows) {
    it(`is ${what}`, () => {
      const options = { host: "gitlab", repo: "shop/web", pr: "7", ...given } as const;
      assert.equal(placeOf(options, { GITLAB_TOKEN: "t0ken", ...env }).head, head);
    });
  }
});
