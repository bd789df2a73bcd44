import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FoundRequest, findPullRequest } from "../../delivery/find-pull-request";
import type { RequestHost } from "../../preview/hosts/host";
import { inFolder } from "../preview/programs";
import { GitHubPlayer } from "../support/api-player/github";
import { GitLabPlayer } from "../support/api-player/gitlab";
import type { Player } from "../support/api-player/player";
import { type Outcome, run } from "../support/command";
import { projectDir } from "../support/project";

const hosts: readonly Pick<RequestHost, "word" | "sign">[] = [
  { word: "pull request", sign: "#" },
  { word: "merge request", sign: "!" },
];

for (const { word, sign } of hosts) {
  describe(`the ${word} of a run`, () => {
    const known: Record<string, number[]> = { new: [7], both: [3, 9], older: [] };
    const host = { word, sign, withHead: async ({ sha }: { sha: string }) => known[sha] ?? [] };
    const cases: readonly (readonly [sha: string, named: number | undefined, found: FoundRequest])[] = [
      ["new", undefined, { number: 7 }],
      ["new", 7, { number: 7 }],
      ["both", 9, { number: 9 }],
      ["both", 3, { number: 3 }],
      ["new", 6, { none: `the artifact names ${sign}6, which has another head; with this head: ${sign}7` }],
      ["both", undefined, { none: `the artifact names no ${word}, and several have this head: ${sign}3, ${sign}9` }],
      ["older", 7, { none: `no open ${word} has this head; a newer run will comment` }],
    ];
    for (const [sha, named, found] of cases) {
      it(`with the head ${sha}, named ${named ?? "nothing"}: ${"none" in found ? found.none : found.number}`, async () => {
        assert.deepEqual(await findPullRequest(host, { source: "fork", branch: "main", sha }, named), found);
      });
    }
  });
}

const jobs = [
  {
    name: "a workflow of GitHub",
    make: () => new GitHubPlayer(),
    source: "fork",
    env: ({ url }: Player): Record<string, string> => ({
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: "shop/web",
      GITHUB_TOKEN: "t",
      GITLAB_CI: "",
    }),
    several: "pull-request: the artifact names no pull request, and several have this head: #3, #9\n",
    missing: ["which repository? set GITHUB_REPOSITORY", "there is no token; set GITHUB_TOKEN"],
    where: "GitHub",
  },
  {
    name: "a pipeline of GitLab",
    make: () => new GitLabPlayer(),
    source: "12",
    env: ({ url }: Player): Record<string, string> => ({
      GITLAB_CI: "true",
      CI_SERVER_URL: url,
      CI_PROJECT_ID: "shop/web",
      GITLAB_TOKEN: "t",
    }),
    several: "pull-request: the artifact names no merge request, and several have this head: !3, !9\n",
    missing: ["which repository? set CI_PROJECT_ID", "there is no token; set GITLAB_TOKEN"],
    where: "GitLab",
  },
];
for (const { name, make, source, env, several, missing, where } of jobs) {
  describe(`the request of a run, in ${name}`, () => {
    let player: Player;
    beforeEach(async () => {
      player = make();
      for (const number of [3, 9]) player.requests.push({ number, source, branch: "main", sha: "both", open: true });
      await player.start();
    });
    afterEach(() => player.stop());

    const printed = (more: Record<string, string>): Promise<Outcome> =>
      run(process.execPath, ["--import", "tsx", "delivery/pull-request.ts"], {
        cwd: projectDir,
        env: { ...env(player), HEAD_SOURCE: source, HEAD_BRANCH: "main", HEAD_SHA: "both", ...more },
      });

    it("is printed as the output of a step, by the artifact's file", () =>
      inFolder(async (folder) => {
        const NUMBER_FILE = join(folder, "number");
        writeFileSync(NUMBER_FILE, "9\n");
        assert.deepEqual(await printed({ NUMBER_FILE }), { code: 0, stdout: "number=9\n", stderr: "" });
        writeFileSync(NUMBER_FILE, "9\nnumber=3\n");
        assert.deepEqual(await printed({ NUMBER_FILE }), { code: 0, stdout: "", stderr: several });
        mkdirSync(join(folder, "number.d"));
        const folderInstead = await printed({ NUMBER_FILE: join(folder, "number.d") });
        assert.deepEqual(folderInstead, { code: 0, stdout: "", stderr: several });
      }));

    it("is refused where something is not said", async () => {
      const heads = "pull-request: needs HEAD_SOURCE, HEAD_BRANCH and HEAD_SHA\n";
      assert.deepEqual(await printed({ HEAD_SHA: "" }), { code: 2, stdout: "", stderr: heads });
      const nothing = { GITHUB_REPOSITORY: "", GITHUB_TOKEN: "", GH_TOKEN: "", CI_PROJECT_ID: "", GITLAB_TOKEN: "" };
      const stderr = missing.map((line) => `pull-request: ${line} in the environment\n`).join("");
      assert.deepEqual(await printed(nothing), { code: 2, stdout: "", stderr });
    });

    it("is not known where the host refuses, which is told in a line", async () => {
      player.faults.push({ on: /^GET/, status: 401, message: "Unauthorized", times: 9 });
      const { code, stdout, stderr } = await printed({});
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(
        stderr,
        new RegExp(`^pull-request: ${where} \\(http://\\S+\\), shop/web: the token is not taken; .*\\n$`),
      );
    });
  });
}
