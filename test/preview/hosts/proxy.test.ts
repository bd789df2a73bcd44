import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { proxyOf } from "../../../preview/hosts/proxy";
import { placeOf } from "../../../preview/hosts/settings";
import { GitHubPlayer } from "../../support/api-player/github";
import { GitLabPlayer } from "../../support/api-player/gitlab";
import type { Player } from "../../support/api-player/player";
import { isotopo } from "../../support/command";
import { inFolder } from "../programs";

const hosts: [name: string, make: () => Player, variable: string][] = [
  ["github", () => new GitHubPlayer(), "GITHUB_TOKEN"],
  ["gitlab", () => new GitLabPlayer(), "GITLAB_TOKEN"],
];

/** Runs with a proxy that leads every address to a player, and tells who was asked for. */
async function byProxy(player: Player, use: (url: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    const { hostname, port } = new URL(player.url);
    const there = connect(Number(port), hostname, () => socket.write("HTTP/1.1 200 Connection established\r\n\r\n"));
    there.pipe(socket).pipe(there);
    for (const end of [there, socket]) end.on("error", () => socket.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const address = proxy.address();
  assert.ok(typeof address === "object" && address !== null);
  try {
    await use(`http://127.0.0.1:${address.port}`, asked);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}

describe("GitLab's address", () => {
  for (const path of ["", "/api/v4", "/api/v4/"]) {
    it(`may be that of its API: ${path || "none"}`, () => {
      const options = { host: "gitlab", repo: "shop/web", pr: "7", apiUrl: `https://git.example${path}` } as const;
      assert.equal(placeOf(options, { GITLAB_TOKEN: "t0ken" }).apiUrl, "https://git.example");
    });
  }
});

describe("the proxy of an address", () => {
  const proxy = "http://proxy:3128";
  const asked: [url: string, env: Record<string, string>, proxied: boolean][] = [
    ["https://api.github.com", {}, false],
    ["https://api.github.com", { HTTPS_PROXY: proxy }, true],
    ["https://api.github.com", { https_proxy: proxy, HTTPS_PROXY: "" }, true],
    ["https://api.github.com", { https_proxy: "", HTTPS_PROXY: proxy }, true],
    ["https://api.github.com", { HTTP_PROXY: proxy }, false],
    ["http://forge.example", { HTTP_PROXY: proxy }, true],
    ["http://forge.example", { HTTPS_PROXY: proxy }, false],
  ];
  for (const [url, env, proxied] of asked) {
    it(`${url} with ${JSON.stringify(env)}`, () => {
      assert.equal(proxyOf(new URL(url), env), proxied ? proxy : undefined);
    });
  }

  const exempt: [list: string, url: string, without: boolean][] = [
    ["*", "https://forge.example", true],
    ["forge.example", "https://forge.example", true],
    ["a.example, forge.example", "https://forge.example", true],
    ["a.example forge.example", "https://forge.example", true],
    [".example", "https://forge.example", true],
    ["*.example", "https://forge.example", true],
    ["example", "https://forge.example", true],
    ["FORGE.example", "https://forge.example", true],
    ["ge.example", "https://forge.example", false],
    ["forge.example.org", "https://forge.example", false],
    ["forge.example:443", "https://forge.example", true],
    ["forge.example:8443", "https://forge.example", false],
    ["forge.example:8443", "https://forge.example:8443", true],
    ["10.1.2.3", "https://10.1.2.3", true],
    ["2.3", "https://10.1.2.3", false],
    ["10.0.0.0/8", "https://10.1.2.3", true],
    ["10.0.0.0/16", "https://10.1.2.3", false],
    ["10.0.0.0/99", "https://10.1.2.3", false],
    ["10.0.0.0/8", "https://forge.example", false],
    ["::1", "https://[::1]", true],
    ["fd00::/8", "https://[fd12::1]", true],
    [",", "https://forge.example", false],
  ];
  for (const [list, url, without] of exempt) {
    it(`${url} is asked ${without ? "without" : "with"} one by NO_PROXY=${list}`, () => {
      assert.equal(proxyOf(new URL(url), { HTTPS_PROXY: proxy, NO_PROXY: list }), without ? undefined : proxy);
    });
  }
});

describe("a comment by a proxy", function () {
  this.timeout(60_000);
  const none = { HTTPS_PROXY: "", https_proxy: "", HTTP_PROXY: "", http_proxy: "", NO_PROXY: "", no_proxy: "" };
  for (const [host, make, variable] of hosts) {
    describe(`on ${host}`, () => {
      let player: Player;
      beforeEach(async () => {
        player = make();
        await player.start();
      });
      afterEach(() => player.stop());

      const posting = (apiUrl: string, env: Record<string, string>) =>
        inFolder((folder) => {
          const file = join(folder, "comment.md");
          writeFileSync(file, "<!-- isotopo:preview:shop -->\n## Words\n");
          const place = ["--host", host, "--repo", "shop/web", "--pr", "7", "--api-url", apiUrl];
          return isotopo(["comment", "--markdown", file, ...place], {
            env: { ...none, GITHUB_STEP_SUMMARY: "", [variable]: "t0ken", ...env },
          });
        });

      it("is posted by it", () =>
        byProxy(player, async (url, asked) => {
          const { code, stderr } = await posting("http://forge.example", { HTTP_PROXY: url });
          assert.deepEqual([code, stderr, player.comments.length], [0, "", 1]);
          assert.deepEqual([...new Set(asked)], ["forge.example:80"]);
        }));

      it("is refused in a line where the variable is no address, which is not told", async () => {
        const { code, stderr } = await posting("https://forge.example", { HTTPS_PROXY: "me:sesame@proxy:3128" });
        const words = "HTTPS_PROXY is no address of a proxy; required: one such as http://proxy.example.com:3128";
        assert.deepEqual([code, stderr], [2, `isotopo: ${words}\n`]);
      });
    });
  }
});
