import assert from "node:assert/strict";
import { gitHubComments } from "../../../preview/hosts/github/comments";
import { post } from "../../../preview/hosts/settle";
import { GitHubPlayer } from "../../support/api-player/github";
import type { Fault } from "../../support/api-player/player";
import { body, marker, onEachHost, token } from "./played-host";

onEachHost((on) => {
  it("is created where there is none", async () => {
    on.player.add("looks good", "somebody");
    const { outcome, url, folded } = await on.posted("first");
    assert.deepEqual([outcome, folded], ["created", 0]);
    assert.ok(url.startsWith(on.player.url) && url.endsWith("2"), url);
    assert.deepEqual(on.own(), [body("first")]);
  });

  it("is updated in place", async () => {
    const { id } = on.player.add(body("first"));
    assert.equal((await on.posted("second")).outcome, "updated");
    assert.deepEqual(on.own(), [body("second")]);
    assert.ok(on.player.find(id) !== undefined);
  });

  it("is not written where nothing changed", async () => {
    on.player.add(`${body("first")}\r\n`);
    assert.equal((await on.posted("first")).outcome, "unchanged");
    assert.deepEqual(on.writes(), []);
  });

  it("takes the number of the run along where nothing else changed", async () => {
    on.player.add(body("first", 1));
    assert.equal((await on.posted("first", 2)).outcome, "unchanged");
    assert.deepEqual(on.own(), [body("first", 2)]);
  });

  it("is found among 250", async () => {
    for (let i = 0; i < 125; i += 1) on.player.add(`words ${i}`, "somebody");
    const { id } = on.player.add(body("first"));
    for (let i = 0; i < 125; i += 1) on.player.add(`more words ${i}`, "somebody");
    assert.equal((await on.posted("second")).outcome, "updated");
    assert.equal(on.player.find(id)?.body, body("second"));
    assert.equal(on.player.comments.length, 251);
  });

  it("is one where there were two of it, the older one", async () => {
    const { id } = on.player.add(body("first"));
    on.player.add(body("first again"));
    assert.deepEqual(await on.posted("second").then(({ outcome, folded }) => [outcome, folded]), ["updated", 1]);
    assert.deepEqual(on.own(), [body("second")]);
    assert.ok(on.player.find(id) !== undefined);
  });

  it("of a stranger with the same marker is left alone", async () => {
    on.player.add(body("mine"), "somebody");
    assert.equal((await on.posted("first")).outcome, "created");
    assert.deepEqual(on.own(), [body("mine"), body("first")]);
  });

  it("is posted anew where somebody deletes it meanwhile", async () => {
    const { id } = on.player.add(body("first"));
    on.player.faults.push({ on: new RegExp(`^${on.update}`), first: () => void on.player.remove(id) });
    assert.equal((await on.posted("second")).outcome, "created");
    assert.deepEqual(on.own(), [body("second")]);
  });

  it("of a newer run is left", async () => {
    on.player.add(body("newer", 3));
    assert.equal((await on.posted("older", 2)).outcome, "left to a newer run");
    assert.deepEqual(on.own(), [body("newer", 3)]);
    assert.deepEqual(on.writes(), []);
  });

  it("of a newer run is what duplicates are folded into", async () => {
    const { id } = on.player.add(body("oldest", 1));
    on.player.add(body("newest", 3));
    assert.equal((await on.posted("older", 2)).outcome, "left to a newer run");
    assert.deepEqual(on.own(), [body("newest", 3)]);
    assert.ok(on.player.find(id) !== undefined);
  });

  const races: { name: string; before: string[]; faults: (release: Promise<unknown>) => Fault[] }[] = [
    { name: "that both create", before: [], faults: (release) => [{ on: /^POST/, until: release, times: 2 }] },
    {
      name: "that both update, the older one last",
      before: [body("zero", 0)],
      faults: (release) => [{ on: new RegExp(`^${on.update}`), until: release, times: 1 }],
    },
  ];
  for (const { name: race, before, faults } of races) {
    it(`of two runs at once ${race} is one, with the newer one's words`, async () => {
      for (const text of before) on.player.add(text);
      let release = () => {};
      on.player.faults.push(
        ...faults(
          new Promise<void>((done) => {
            release = done;
          }),
        ),
      );
      const older = post(await on.connect(), { body: body("older", 1), marker, run: 1, settleAfter: 400 });
      // The older one holds its write; the newer one writes, and looks again later than that write comes.
      await until(() => on.player.log.some((line) => /^(POST|PATCH|PUT)/.test(line)));
      const newer = post(await on.connect(), { body: body("newer", 2), marker, run: 2, settleAfter: 400 });
      await until(() => on.player.log.filter((line) => /^(POST|PATCH|PUT)/.test(line)).length >= 2);
      setTimeout(release, 100);
      await Promise.all([older, newer]);
      assert.deepEqual(on.own(), [body("newer", 2)]);
    });
  }
});

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
