import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GitHubPlayer } from "../../support/api-player/github";
import { inFolder } from "../programs";
import { comment, placeOf, previewIn, token } from "./commenting";

describe("isotopo comment", function () {
  this.timeout(60_000);

  let player: GitHubPlayer;

  beforeEach(async () => {
    player = new GitHubPlayer();
    await player.start();
  });

  afterEach(() => player.stop());

  const place = () => placeOf(player);

  it("posts, then says that nothing changed, then updates; and tells nobody the token", () =>
    inFolder(async (folder) => {
      const [first, second] = [await previewIn(folder), await previewIn(folder, true)];
      const summary = join(folder, "summary.md");
      const env = { GITHUB_TOKEN: token, GITHUB_STEP_SUMMARY: summary };
      const runs = [
        await comment([...place(), "--from", first], env),
        await comment([...place(), "--from", first], env),
        await comment([...place(), "--from", second, "--run", "2"], env),
      ];
      const url = `${player.url}/shop/web/pull/7#issuecomment-1`;
      assert.deepEqual(
        runs.map(({ code, stdout, stderr }) => [code, stdout, stderr]),
        [
          [0, `commented: ${url}\n`, ""],
          [0, `nothing changed: ${url}\n`, ""],
          [0, `the comment is updated: ${url}\n`, ""],
        ],
      );
      const [posted, ...others] = player.comments;
      assert.deepEqual(others, []);
      assert.match(
        posted?.body ?? "",
        /^<!-- isotopo:preview:\w+ -->\n<!-- isotopo:at:2 -->\n## .*1 resource is deleted/,
      );
      const told = [
        ...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
        readFileSync(summary, "utf8"),
        posted?.body,
      ];
      assert.ok(!told.join("\n").includes(token));
      assert.ok(readFileSync(summary, "utf8").includes("1 delete"));
    }));

  it("posts Markdown of one's own as it is", () =>
    inFolder(async (folder) => {
      const file = join(folder, "comment.md");
      writeFileSync(file, "<!-- isotopo:preview:shop -->\n## Words\n");
      const { code, stderr } = await comment([...place(), "--markdown", file], { GITHUB_TOKEN: token });
      assert.deepEqual([code, stderr], [0, ""]);
      assert.deepEqual(
        player.comments.map(({ body }) => body),
        ["<!-- isotopo:preview:shop -->\n## Words"],
      );
    }));

  it("puts several previews into one comment, with what each engine saw", () =>
    inFolder(async (folder) => {
      const log = join(folder, "events.log");
      const event = { op: "same", urn: "urn:pulumi:dev::small::pulumi:pulumi:Stack::small-dev", old: null, new: null };
      writeFileSync(log, `${JSON.stringify({ sequence: 1, resourcePreEvent: { metadata: event } })}\n`);
      const files = ["--from", await previewIn(folder), "--from", log];
      const { code, stdout, stderr } = await comment([...files, "--dry-run", "--marker", "shop"]);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, /the state of the stack/);
      assert.match(stdout, /main \(1a2b3c4\)/);
    }));

  it("shows the comment and posts nothing in a dry run", () =>
    inFolder(async (folder) => {
      const { code, stdout } = await comment(["--from", await previewIn(folder), "--dry-run", "--marker", "shop"]);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith("<!-- isotopo:preview:shop -->\n## "), stdout);
      assert.deepEqual(player.log, []);
    }));

  it("takes place and run from the job of a workflow", () =>
    inFolder(async (folder) => {
      const event = join(folder, "event.json");
      writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
      const { code, stderr } = await comment(["--from", await previewIn(folder)], {
        GITHUB_TOKEN: token,
        GITHUB_REPOSITORY: "shop/web",
        GITHUB_EVENT_PATH: event,
        GITHUB_API_URL: player.url,
        GITHUB_RUN_ID: "12",
        GITHUB_RUN_ATTEMPT: "3",
      });
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(player.comments[0]?.body ?? "", /\n<!-- isotopo:at:1203 -->\n/);
    }));

  const commit = "0123456789abcdef0123456789abcdef01234567";

  const told: [what: string, event: object, args: string[]][] = [
    ["of the pull request", { pull_request: { number: 7, head: { sha: commit } } }, []],
    ["of the workflow that this one follows", { workflow_run: { head_sha: commit } }, ["--pr", "7"]],
    ["that the command line gives", { pull_request: { number: 7, head: { sha: "f".repeat(40) } } }, ["--head", commit]],
  ];

  for (const [what, event, args] of told) {
    it(`names the commit ${what}`, () =>
      inFolder(async (folder) => {
        const file = join(folder, "event.json");
        writeFileSync(file, JSON.stringify(event));
        const { code, stderr } = await comment(["--from", await previewIn(folder), ...args], {
          GITHUB_TOKEN: token,
          GITHUB_REPOSITORY: "shop/web",
          GITHUB_EVENT_PATH: file,
          GITHUB_API_URL: player.url,
        });
        assert.deepEqual([code, stderr], [0, ""]);
        assert.match(player.comments[0]?.body ?? "", /\nStack `\S+` at commit `0123456`, against /);
      }));
  }

  it("writes the summary of the job also where it can't post", () =>
    inFolder(async (folder) => {
      const summary = join(folder, "summary.md");
      player.faults.push({ on: /^POST/, status: 403, message: "Resource not accessible by integration", times: 9 });
      const env = { GITHUB_TOKEN: token, GITHUB_STEP_SUMMARY: summary };
      const { code, stdout, stderr } = await comment([...place(), "--from", await previewIn(folder)], env);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.equal(
        stderr,
        `isotopo: GitHub (${player.url}), shop/web #7: the token may not do this: Resource not accessible by integration. In a workflow: permissions: pull-requests: write; else a token with write access to pull requests\n`,
      );
      assert.ok(readFileSync(summary, "utf8").startsWith("<!-- isotopo:preview:"));
    }));
});
