import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findPullRequest } from "../../../scripts/delivery/find-pull-request";
import { run } from "../../support/command";
import { projectDir } from "../../support/project";

describe("the pull request of a run", () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify([
        { number: 6, head: { sha: "old" } },
        { number: 7, head: { sha: "new" } },
      ]),
    );
  });
  let apiUrl = "";
  before(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const find = (sha: string) =>
    findPullRequest({ apiUrl, token: "t", repo: "shop/web", head: { owner: "fork", branch: "a&b #1", sha } });

  it("is the open one with its branch and commit, whatever the branch is called", async () => {
    assert.equal(await find("new"), 7);
    const url = new URL(asked.at(-1) ?? "", apiUrl);
    assert.equal(url.pathname, "/repos/shop/web/pulls");
    assert.deepEqual(Object.fromEntries(url.searchParams), { state: "open", head: "fork:a&b #1" });
  });

  it("is none where the branch has moved on", async () => assert.equal(await find("older"), undefined));

  it("is printed as the output of a step", async () => {
    const env = {
      GITHUB_API_URL: apiUrl,
      GITHUB_REPOSITORY: "shop/web",
      GITHUB_TOKEN: "t",
      HEAD_OWNER: "fork",
      HEAD_BRANCH: "main",
      HEAD_SHA: "new",
    };
    const args = ["--import", "tsx", "scripts/delivery/pull-request.ts"];
    const { code, stdout } = await run(process.execPath, args, { cwd: projectDir, env });
    assert.deepEqual([code, stdout], [0, "number=7\n"]);
    const missing = await run(process.execPath, args, { cwd: projectDir, env: { ...env, HEAD_SHA: "" } });
    assert.deepEqual([missing.code, missing.stdout], [2, ""]);
  });
});
