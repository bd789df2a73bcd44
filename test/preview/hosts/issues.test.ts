import assert from "node:assert/strict";
import { gitHubIssues } from "../../../preview/hosts/github/issues";
import { gitLabIssues } from "../../../preview/hosts/gitlab/issues";
import type { IssueHost } from "../../../preview/hosts/host";
import { GitHubPlayer } from "../../support/api-player/github";
import { GitLabPlayer } from "../../support/api-player/gitlab";
import type { Fault, Player } from "../../support/api-player/player";
import { mistakeOf } from "../programs";

const marker = "<!-- isotopo:preview:drift-shop -->";
const body = (words: string) => `${marker}\n${words}`;
const token = "t0ken-c4n4ry";
const settings = ({ url: apiUrl }: Player) => ({ repo: "shop/web", apiUrl, token, retryBase: 10 });

const apis: {
  name: string;
  make: () => Player;
  connect: (player: Player) => Promise<IssueHost>;
  page: string;
  refused: readonly (readonly [status: number, message: string, words: string])[];
}[] = [
  {
    name: "GitHub",
    make: () => new GitHubPlayer(),
    connect: (player) => gitHubIssues(settings(player)),
    page: "/shop/web/issues/",
    refused: [
      [401, "Bad credentials", "the token is not taken; set GITHUB_TOKEN to one that is valid"],
      [
        403,
        "Resource not accessible",
        "the token may not do this: Resource not accessible. In a workflow: permissions: issues: write; else a token with write access to issues",
      ],
      [410, "Issues are disabled for this repo", "Issues are disabled for this repo"],
    ],
  },
  {
    name: "GitLab",
    make: () => new GitLabPlayer(),
    connect: (player) => gitLabIssues(settings(player)),
    page: "/shop/web/-/issues/",
    refused: [
      [401, "401 Unauthorized", "the token is not taken; set GITLAB_TOKEN to one that is valid"],
      [
        403,
        "403 Forbidden",
        "the token may not do this: 403 Forbidden; give it the scope api and the role Reporter or higher",
      ],
    ],
  },
];

for (const { name, make, connect, page, refused } of apis) {
  describe(`issues on ${name}`, () => {
    let player: Player;
    let host: IssueHost;
    beforeEach(async () => {
      player = make();
      await player.start();
      host = await connect(player);
    });
    afterEach(() => player.stop());

    it("are made with a title, a text and a label", async () => {
      const { number, url } = await host.create({ title: "Drift: shop", body: body("first"), label: "drift" });
      assert.deepEqual(player.issues, [
        { number, title: "Drift: shop", body: body("first"), labels: ["drift"], open: true },
      ]);
      assert.equal(url, `${player.url}${page}${number}`);
    });

    it("are found by the marker in their first line, among 250", async () => {
      for (let i = 0; i < 124; i += 1) player.open(`Drift: ${i}`, `words ${i}`, ["drift"]);
      player.open("Drift: shop", `A word about ${marker}`, ["drift"]);
      player.open("Drift: shop", body("closed"), ["drift"], { open: false });
      player.open("Drift: shop", body("another label"), ["question"]);
      const { number } = player.open("Called otherwise", body("first").replace("\n", "\r\n"), ["drift"]);
      player.open("Drift: shop", body("newer"), ["drift"]);
      for (let i = 0; i < 124; i += 1) player.open(`Drift: ${i}`, `words ${i}`, ["drift"]);
      assert.deepEqual(await host.find(marker, "drift"), { number, url: `${player.url}${page}${number}` });
      assert.equal(await host.find("<!-- isotopo:preview:drift-web -->", "drift"), undefined);
    });

    it("get another text", async () => {
      const { number } = player.open("Drift: shop", body("first"), ["drift"]);
      const other = player.open("Drift: web", "as it is", ["drift"]);
      await host.update(number, body("second"));
      assert.deepEqual(player.issues, [
        { number, title: "Drift: shop", body: body("second"), labels: ["drift"], open: true },
        other,
      ]);
    });

    it("are closed, with their text", async () => {
      const { number } = player.open("Drift: shop", body("first"), ["drift"]);
      await host.close(number);
      assert.deepEqual(player.issues, [
        { number, title: "Drift: shop", body: body("first"), labels: ["drift"], open: false },
      ]);
    });

    const passing: [what: string, fault: Fault][] = [
      ...[500, 502, 503].map((status): [string, Fault] => [`a ${status}`, { on: /^POST/, status }]),
      ["a broken connection", { on: /^POST/, reset: true }],
    ];
    for (const [what, fault] of passing) {
      it(`are made in spite of ${what}`, async () => {
        player.faults.push(fault);
        await host.create({ title: "Drift: shop", body: body("first"), label: "drift" });
        assert.equal(player.issues.length, 1);
      });
    }

    for (const [status, message, words] of refused) {
      it(`that are refused with ${status} are told in a line`, async () => {
        player.faults.push({ on: /^POST/, status, message, times: 9 });
        const said = await mistakeOf(host.create({ title: "Drift: shop", body: body("first"), label: "drift" }));
        assert.equal(said, `${name} (${player.url}), shop/web: ${words}`);
      });
    }

    it("of a repository that is not there are told in a line", async () => {
      player.faults.push({ on: /^GET/, status: 404, message: "Not Found", times: 9 });
      const said = await mistakeOf(host.find(marker, "drift"));
      assert.ok(said.startsWith(`${name} (${player.url}), shop/web is not there, or the token may not see it; `), said);
      assert.ok(!said.includes(token) && !said.includes("\n"), said);
    });
  });
}

describe("issues on GitHub", () => {
  it("are no pull requests", async () => {
    const player = new GitHubPlayer();
    await player.start();
    try {
      player.open("Drift: shop", body("first"), ["drift"], { isRequest: true });
      assert.equal(await (await gitHubIssues(settings(player))).find(marker, "drift"), undefined);
    } finally {
      await player.stop();
    }
  });
});
