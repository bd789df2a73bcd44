import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type FoundRequest, findPullRequest } from "../../delivery/find-pull-request";
import { inFolder } from "../preview/programs";
import { run } from "../support/command";
import { projectDir } from "../support/project";

describe("the pull request of a run", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify([
        { number: 6, head: { sha: "old" } },
        { number: 7, head: { sha: "new" } },
        { number: 3, head: { sha: "both" } },
        { number: 9, head: { sha: "both" } },
      ]),
    );
  });
  let apiUrl = "";
  before(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const head = (sha: string) => ({ owner: "fork", branch: "a&b #1", sha });

  it("is asked for by branch and commit, whatever the branch is called", async () => {
    await findPullRequest({ apiUrl, token: "t", repo: "shop/web", head: head("new") });
    const url = new URL(asked.at(-1) ?? "", apiUrl);
    assert.equal(url.pathname, "/repos/shop/web/pulls");
    const parameters = { state: "open", head: "fork:a&b #1", per_page: "100" };
    assert.deepEqual(Object.fromEntries(url.searchParams), parameters);
  });

  const cases: readonly (readonly [sha: string, named: number | undefined, found: FoundRequest])[] = [
    ["new", undefined, { number: 7 }],
    ["new", 7, { number: 7 }],
    ["both", 9, { number: 9 }],
    ["both", 3, { number: 3 }],
    ["new", 6, { none: "the artifact names #6, which has another head; with this head: #7" }],
    ["new", 1, { none: "the artifact names #1, which has another head; with this head: #7" }],
    ["both", undefined, { none: "the artifact names no pull request, and several have this head: #3, #9" }],
    ["older", 7, { none: "no open pull request has this head; a newer run will comment" }],
  ];
  for (const [sha, named, found] of cases) {
    it(`with the head ${sha}, named #${named ?? "nothing"}: ${"none" in found ? found.none : `#${found.number}`}`, async () => {
      assert.deepEqual(await findPullRequest({ apiUrl, token: "t", repo: "shop/web", head: head(sha), named }), found);
    });
  }

  it("is printed as the output of a step, by the artifact's file", () =>
    inFolder(async (folder) => {
      const env = {
        ...{ GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: "shop/web", GITHUB_TOKEN: "t" },
        ...{ HEAD_OWNER: "fork", HEAD_BRANCH: "main", HEAD_SHA: "both", NUMBER_FILE: join(folder, "number") },
      };
      const script = () =>
        run(process.execPath, ["--import", "tsx", "delivery/pull-request.ts"], { cwd: projectDir, env });
      writeFileSync(env.NUMBER_FILE, "9\n");
      const { code, stdout } = await script();
      assert.deepEqual([code, stdout], [0, "number=9\n"]);
      const several = "pull-request: the artifact names no pull request, and several have this head: #3, #9\n";
      writeFileSync(env.NUMBER_FILE, "9\nnumber=3\n");
      const hostile = await script();
      assert.deepEqual([hostile.code, hostile.stdout, hostile.stderr], [0, "", several]);
      mkdirSync(join(folder, "number.d"));
      env.NUMBER_FILE = join(folder, "number.d");
      const odd = await script();
      assert.deepEqual([odd.code, odd.stdout, odd.stderr], [0, "", several]);
      env.HEAD_SHA = "";
      const missing = await script();
      assert.deepEqual([missing.code, missing.stdout], [2, ""]);
    }));
});
