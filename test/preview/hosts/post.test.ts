import assert from "node:assert/strict";
import { gitHubComments } from "../../../preview/hosts/github/comments";
import { gitLabComments } from "../../../preview/hosts/gitlab/comments";
import type { CommentHost } from "../../../preview/hosts/host";
import { type Posted, post } from "../../../preview/hosts/settle";
import { GitHubPlayer } from "../../support/api-player/github";
import { GitLabPlayer } from "../../support/api-player/gitlab";
import type { Fault, Player } from "../../support/api-player/player";
import { mistakeOf } from "../programs";

const marker = "<!-- isotopo:preview:shop -->";
const body = (words: string, run?: number) =>
  [marker, ...(run === undefined ? [] : [`<!-- isotopo:at:${run} -->`]), words].join("\n");
const token = "t0ken-c4n4ry";

const apis: { name: string; make: () => Player; connect: (player: Player) => Promise<CommentHost>; update: string }[] =
  [
    {
      name: "GitHub",
      make: () => new GitHubPlayer(),
      connect: ({ url: apiUrl }) => gitHubComments({ repo: "shop/web", pr: 7, apiUrl, token, retryBase: 10 }),
      update: "PATCH",
    },
    {
      name: "GitLab",
      make: () => new GitLabPlayer(),
      connect: ({ url: apiUrl }) => gitLabComments({ repo: "shop/web", pr: 7, apiUrl, token, retryBase: 10 }),
      update: "PUT",
    },
  ];

for (const { name, make, connect, update } of apis) {
  describe(`a comment on ${name}`, () => {
    let player: Player;
    beforeEach(async () => {
      player = make();
      await player.start();
    });
    afterEach(() => player.stop());

    const posted = async (words: string, run?: number): Promise<Posted> =>
      post(await connect(player), { body: body(words, run), marker, run, settleAfter: 20 });
    const own = (): string[] => player.comments.filter(({ body }) => body.includes(marker)).map(({ body }) => body);
    const writes = (): string[] => player.log.filter((line) => !line.startsWith("GET"));

    it("is created where there is none", async () => {
      player.add("looks good", "somebody");
      const { outcome, url, folded } = await posted("first");
      assert.deepEqual([outcome, folded], ["created", 0]);
      assert.ok(url.startsWith(player.url) && url.endsWith("2"), url);
      assert.deepEqual(own(), [body("first")]);
    });

    it("is updated in place", async () => {
      const { id } = player.add(body("first"));
      assert.equal((await posted("second")).outcome, "updated");
      assert.deepEqual(own(), [body("second")]);
      assert.ok(player.find(id) !== undefined);
    });

    it("is not written where nothing changed", async () => {
      player.add(`${body("first")}\r\n`);
      assert.equal((await posted("first")).outcome, "unchanged");
      assert.deepEqual(writes(), []);
    });

    it("takes the number of the run along where nothing else changed", async () => {
      player.add(body("first", 1));
      assert.equal((await posted("first", 2)).outcome, "unchanged");
      assert.deepEqual(own(), [body("first", 2)]);
    });

    it("is found among 250", async () => {
      for (let i = 0; i < 125; i += 1) player.add(`words ${i}`, "somebody");
      const { id } = player.add(body("first"));
      for (let i = 0; i < 125; i += 1) player.add(`more words ${i}`, "somebody");
      assert.equal((await posted("second")).outcome, "updated");
      assert.equal(player.find(id)?.body, body("second"));
      assert.equal(player.comments.length, 251);
    });

    it("is one where there were two of it, the older one", async () => {
      const { id } = player.add(body("first"));
      player.add(body("first again"));
      assert.deepEqual(await posted("second").then(({ outcome, folded }) => [outcome, folded]), ["updated", 1]);
      assert.deepEqual(own(), [body("second")]);
      assert.ok(player.find(id) !== undefined);
    });

    it("of a stranger with the same marker is left alone", async () => {
      player.add(body("mine"), "somebody");
      assert.equal((await posted("first")).outcome, "created");
      assert.deepEqual(own(), [body("mine"), body("first")]);
    });

    it("is posted anew where somebody deletes it meanwhile", async () => {
      const { id } = player.add(body("first"));
      player.faults.push({ on: new RegExp(`^${update}`), first: () => void player.remove(id) });
      assert.equal((await posted("second")).outcome, "created");
      assert.deepEqual(own(), [body("second")]);
    });

    it("of a newer run is left", async () => {
      player.add(body("newer", 3));
      assert.equal((await posted("older", 2)).outcome, "left to a newer run");
      assert.deepEqual(own(), [body("newer", 3)]);
      assert.deepEqual(writes(), []);
    });

    it("of a newer run is what duplicates are folded into", async () => {
      const { id } = player.add(body("oldest", 1));
      player.add(body("newest", 3));
      assert.equal((await posted("older", 2)).outcome, "left to a newer run");
      assert.deepEqual(own(), [body("newest", 3)]);
      assert.ok(player.find(id) !== undefined);
    });

    const races: { name: string; before: string[]; faults: (release: Promise<unknown>) => Fault[] }[] = [
      { name: "that both create", before: [], faults: (release) => [{ on: /^POST/, until: release, times: 2 }] },
      {
        name: "that both update, the older one last",
        before: [body("zero", 0)],
        faults: (release) => [{ on: new RegExp(`^${update}`), until: release, times: 1 }],
      },
    ];
    for (const { name: race, before, faults } of races) {
      it(`of two runs at once ${race} is one, with the newer one's words`, async () => {
        for (const text of before) player.add(text);
        let release = () => {};
        player.faults.push(
          ...faults(
            new Promise<void>((done) => {
              release = done;
            }),
          ),
        );
        const older = post(await connect(player), { body: body("older", 1), marker, run: 1, settleAfter: 400 });
        // The older one holds its write; the newer one writes, and looks again later than that write comes.
        await until(() => player.log.some((line) => /^(POST|PATCH|PUT)/.test(line)));
        const newer = post(await connect(player), { body: body("newer", 2), marker, run: 2, settleAfter: 400 });
        await until(() => player.log.filter((line) => /^(POST|PATCH|PUT)/.test(line)).length >= 2);
        setTimeout(release, 100);
        await Promise.all([older, newer]);
        assert.deepEqual(own(), [body("newer", 2)]);
      });
    }

    const passing: [name: string, fault: Fault][] = [
      ...[500, 502, 503, 504].map((status): [string, Fault] => [
        `a ${status}`,
        { on: /^POST/, status, message: "Bad Gateway" },
      ]),
      ["a broken connection", { on: /^POST/, reset: true }],
      ["a 502 to who it is", { on: /^GET .*\/user$/, status: 502, message: "Bad Gateway" }],
      ["a broken connection to who it is", { on: /^GET .*\/user$/, reset: true }],
      ...(name === "GitHub"
        ? ([
            [
              "a rate limit with retry-after",
              {
                on: /^POST/,
                status: 403,
                headers: { "retry-after": "1" },
                message: "You have exceeded a secondary rate limit",
              },
            ],
            [
              "a rate limit that is reset",
              {
                on: /^GET .*comments/,
                status: 403,
                headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000)) },
                message: "API rate limit exceeded",
              },
            ],
          ] satisfies [string, Fault][])
        : ([["a rate limit", { on: /^POST/, status: 429, message: "Retry later" }]] satisfies [string, Fault][])),
    ];
    for (const [fault, answer] of passing) {
      it(`comes through ${fault}`, async () => {
        player.faults.push(answer);
        assert.equal((await posted("first")).outcome, "created");
        assert.deepEqual(own(), [body("first")]);
      });
    }

    for (const [what, fault] of [
      ["a server that fails", { status: 502, message: "Bad Gateway" }],
      ["a connection that breaks", { reset: true }],
      ...(name === "GitHub" ? ([["a rate limit", { status: 403, message: "API rate limit exceeded" }]] as const) : []),
    ] as const) {
      it(`is not posted a second time where who it is can't be asked for ${what}`, async () => {
        player.add(body("first"));
        player.faults.push({ on: /^GET .*\/user$/, times: 99, ...fault });
        assert.match(await mistakeOf(posted("second")), /^Git(Hub|Lab) \(/);
        assert.deepEqual([own(), writes()], [[body("first")], []]);
      });
    }

    const refused: [name: string, fault: Fault, words: RegExp][] = [
      [
        "a token that is not taken",
        { on: /^POST/, status: 401, message: "Bad credentials" },
        /: the token is not taken; set GIT(HUB|LAB)_TOKEN to one that is valid$/,
      ],
      [
        "a token that may not",
        { on: /^POST/, status: 403, message: "Resource not accessible" },
        /: the token may not do this: .*(permissions: pull-requests: write|the scope api)/,
      ],
      [
        "a request that is not there",
        { on: /^GET .*(comments|notes)/, status: 404, message: "Not Found" },
        / is not there, or the token may not see it; --repo is /,
      ],
      ...(name === "GitHub"
        ? ([
            [
              "a conversation that is locked",
              { on: /^POST/, status: 403, message: "Unable to create comment because issue is locked." },
              /: the conversation is locked, and only who has write access comments there; unlock it, or give a token with write access$/,
            ],
            [
              "a comment that it refuses",
              { on: /^POST/, status: 422, message: "Validation Failed" },
              / refuses the comment: Validation Failed$/,
            ],
          ] satisfies [string, Fault, RegExp][])
        : []),
    ];
    for (const [what, fault, words] of refused) {
      it(`is told in a line for ${what}`, async () => {
        player.faults.push({ ...fault, times: 9 });
        const said = await mistakeOf(posted("first"));
        assert.match(said, words);
        assert.ok(!said.includes(token) && !said.includes("\n"), said);
      });
    }
  });
}

describe("a comment on GitHub by the token of a workflow", () => {
  it("is that of a bot, for such a token may not ask who it is", async () => {
    const player = new GitHubPlayer();
    await player.start();
    try {
      player.faults.push({
        on: /^GET \/user/,
        status: 403,
        message: "Resource not accessible by integration",
        times: 9,
      });
      player.add(body("mine"), "somebody");
      const { id } = player.add(body("first"), "github-actions[bot]");
      const host = await gitHubComments({ repo: "shop/web", pr: 7, apiUrl: player.url, token, retryBase: 10 });
      const { outcome } = await post(host, { body: body("second"), marker, settleAfter: 20 });
      assert.equal(outcome, "updated");
      assert.deepEqual([player.find(id)?.body, player.comments.length], [body("second"), 2]);
    } finally {
      await player.stop();
    }
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 5));
}
