import assert from "node:assert/strict";
import { gitHubRequests } from "../../../preview/hosts/github/requests";
import { gitLabRequests } from "../../../preview/hosts/gitlab/requests";
import { GitHubPlayer } from "../../support/api-player/github";
import { GitLabPlayer } from "../../support/api-player/gitlab";
import type { Player } from "../../support/api-player/player";
import { mistakeOf } from "../programs";

const token = "t0ken-c4n4ry";
const settings = ({ url: apiUrl }: Player) => ({ repo: "shop/web", apiUrl, token, retryBase: 10 });
const apis = [
  { name: "GitHub", make: () => new GitHubPlayer(), connect: gitHubRequests, ours: "shop", fork: "somebody" },
  { name: "GitLab", make: () => new GitLabPlayer(), connect: gitLabRequests, ours: "12", fork: "345" },
];

for (const { name, make, connect, ours, fork } of apis) {
  describe(`requests on ${name}`, () => {
    let player: Player;
    beforeEach(async () => {
      player = make();
      await player.start();
    });
    afterEach(() => player.stop());

    const branch = "a&b #1";
    const request = { number: 1, source: fork, branch, sha: "new", open: true };

    it("are found by source, branch and commit, whatever the branch is called", async () => {
      player.requests.push(
        { ...request, number: 1, sha: "old" },
        { ...request, number: 2, open: false },
        { ...request, number: 3, source: ours },
        { ...request, number: 4, branch: "main" },
        { ...request, number: 5 },
        { ...request, number: 6 },
      );
      const host = await connect(settings(player));
      assert.deepEqual(await host.withHead({ source: fork, branch, sha: "new" }), [5, 6]);
      assert.deepEqual(await host.withHead({ source: ours, branch, sha: "new" }), [3]);
      assert.deepEqual(await host.withHead({ source: fork, branch, sha: "newer" }), []);
    });

    it("are found among 250", async () => {
      for (let number = 1; number <= 250; number += 1) player.requests.push({ ...request, number, sha: `${number}` });
      const host = await connect(settings(player));
      assert.deepEqual(await host.withHead({ source: fork, branch, sha: "249" }), [249]);
    });

    it("are found in spite of a 502", async () => {
      player.requests.push(request);
      player.faults.push({ on: /^GET/, status: 502, message: "Bad Gateway" });
      const host = await connect(settings(player));
      assert.deepEqual(await host.withHead({ source: fork, branch, sha: "new" }), [1]);
    });

    it("that a token may not see are told in a line", async () => {
      player.faults.push({ on: /^GET/, status: 403, message: "Forbidden", times: 9 });
      const host = await connect(settings(player));
      const said = await mistakeOf(host.withHead({ source: fork, branch, sha: "new" }));
      const right = name === "GitHub" ? ". In a workflow: permissions: pull-requests: read; " : "; give it the scope";
      assert.ok(
        said.startsWith(`${name} (${player.url}), shop/web: the token may not do this: Forbidden${right}`),
        said,
      );
      assert.ok(!said.includes(token) && !said.includes("\n"), said);
    });
  });
}
