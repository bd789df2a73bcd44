import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
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
