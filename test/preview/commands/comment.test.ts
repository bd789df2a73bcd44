import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparePlans } from "../../../preview/compare/compare";
import { jsonReport } from "../../../preview/formats/json/changes";
import { GitHubPlayer } from "../../support/api-player/github";
import { isotopo, type Outcome } from "../../support/command";
import { inFolder, programPlan } from "../programs";

const token = "t0ken-c4n4ry";
/** No variable of the CI job that runs the tests. */
const nowhere = {
  GITHUB_TOKEN: "",
  GH_TOKEN: "",
  GITLAB_TOKEN: "",
  GITHUB_REPOSITORY: "",
  GITHUB_EVENT_PATH: "",
  GITLAB_CI: "",
  GITHUB_STEP_SUMMARY: "",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_RUN_ID: "",
  GITHUB_RUN_ATTEMPT: "1",
};

describe("isotopo comment", function () {
  this.timeout(60_000);
  let player: GitHubPlayer;
  beforeEach(async () => {
    player = new GitHubPlayer();
    await player.start();
  });
  afterEach(() => player.stop());

  const comment = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
    isotopo(["comment", ...args], { env: { ...nowhere, ...env } });
  const place = () => ["--repo", "shop/web", "--pr", "7", "--api-url", player.url];

  /** A preview's JSON in a folder, with a bucket less than before where it is asked for. */
  async function previewIn(folder: string, less = false): Promise<string> {
    const plan = await programPlan("small");
    const head = less ? { ...plan, resources: plan.resources.filter(({ name }) => name !== "main-vpc") } : plan;
    const file = join(folder, less ? "second.json" : "first.json");
    writeFileSync(file, jsonReport([{ plan: head, change: comparePlans(plan, head, "main (1a2b3c4)") }]));
    return file;
  }

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

  for (const name of ["preview.json", "comment.md"]) {
    it(`posts no Markdown that is handed over as a preview, called ${name}`, () =>
      inFolder(async (folder) => {
        const [file, summary] = [join(folder, name), join(folder, "summary.md")];
        writeFileSync(
          file,
          "<!-- isotopo:preview:shop -->\n## No change\n@octo-org/security [sign in](https://evil.example)\n/approve\n",
        );
        const env = { GITHUB_TOKEN: token, GITHUB_STEP_SUMMARY: summary };
        const { code, stdout, stderr } = await comment([...place(), "--marker", "shop", "--from", file], env);
        assert.equal(
          stderr,
          `isotopo: ${file} is Markdown; required: JSON of \`isotopo preview\`, or --markdown for a comment that you have made\n`,
        );
        assert.deepEqual([code, stdout, player.comments, existsSync(summary)], [2, "", [], false]);
      }));
  }

  for (const [given, found] of [
    [[], "there is neither --from nor --markdown"],
    [["--from", "a.json", "--markdown", "b.md"], "there are --from and --markdown"],
  ] as const) {
    it(`wants one thing to post: ${found}`, async () => {
      const { code, stderr } = await comment([...place(), ...given], { GITHUB_TOKEN: token });
      assert.deepEqual([code, stderr], [2, `isotopo: ${found}; required: one of them\n`]);
    });
  }

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

  for (const dry of [[], ["--dry-run"]]) {
    it(`refuses a commit that is none${dry.length > 0 ? ", in a dry run too" : ""}`, () =>
      inFolder(async (folder) => {
        const args = [...place(), "--from", await previewIn(folder), "--head", "main", ...dry];
        const { code, stderr } = await comment(args, { GITHUB_TOKEN: token });
        assert.deepEqual(
          [code, stderr],
          [2, 'isotopo: --head is "main"; required: a commit, 7 to 64 digits of 0-9 and a-f\n'],
        );
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

  const mistakes: { name: string; args: string[]; env?: Record<string, string>; words: string }[] = [
    {
      name: "all that is missing",
      args: [],
      words: [
        "which repository? --repo owner/name, or GITHUB_REPOSITORY",
        "which pull request? --pr number, or a workflow of a pull request (GITHUB_EVENT_PATH)",
        "there is no token; set GITHUB_TOKEN in the environment",
      ].join("\n"),
    },
    {
      name: "what is no place",
      args: ["--repo", "shop", "--pr", "seven", "--api-url", "nowhere", "--run", "0"],
      env: { GITHUB_TOKEN: token },
      words: [
        '--pr is "seven"; required: a number',
        '--run is "0"; required: a number',
        '--repo is "shop"; required: owner/name',
        '--api-url is "nowhere"; required: an address',
      ].join("\n"),
    },
    {
      name: "what is missing on GitLab",
      args: ["--host", "gitlab"],
      words: [
        "which project? --repo path or number, or CI_PROJECT_ID",
        "which merge request? --pr number, or CI_MERGE_REQUEST_IID",
        "there is no token; set GITLAB_TOKEN in the environment",
      ].join("\n"),
    },
  ];
  for (const { name, args, env, words } of mistakes) {
    it(`tells ${name}, at once`, () =>
      inFolder(async (folder) => {
        const { code, stdout, stderr } = await comment([...args, "--from", await previewIn(folder)], {
          CI_PROJECT_ID: "",
          CI_MERGE_REQUEST_IID: "",
          ...env,
        });
        assert.deepEqual([code, stdout, stderr], [2, "", `isotopo: ${words}\n`]);
      }));
  }

  const files: [name: string, content: string | undefined, words: string][] = [
    ["missing.json", undefined, "can't be read: there is no such file"],
    ["half.json", '{"steps": [', "is no JSON, or ends in the middle"],
    ["other.md", "# Words\n", "is no JSON, or ends in the middle"],
  ];
  for (const [name, content, words] of files) {
    it(`refuses ${name} in a line`, () =>
      inFolder(async (folder) => {
        const file = join(folder, name);
        if (content !== undefined) writeFileSync(file, content);
        const { code, stderr } = await comment([...place(), "--from", file], { GITHUB_TOKEN: token });
        assert.deepEqual([code, stderr], [2, `isotopo: ${file} ${words}\n`]);
      }));
  }
});
