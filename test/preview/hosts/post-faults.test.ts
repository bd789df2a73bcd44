import assert from "node:assert/strict";
import type { Fault } from "../../support/api-player/player";
import { mistakeOf } from "../programs";
import { body, onEachHost, token } from "./played-host";

onEachHost((on) => {
  const passing: [name: string, fault: Fault][] = [
    ...[500, 502, 503, 504].map((status): [string, Fault] => [
      `a ${status}`,
      { on: /^POST/, status, message: "Bad Gateway" },
    ]),
    ["a broken connection", { on: /^POST/, reset: true }],
    ["a 502 to who it is", { on: /^GET .*\/user$/, status: 502, message: "Bad Gateway" }],
    ["a broken connection to who it is", { on: /^GET .*\/user$/, reset: true }],
    ...(on.name === "GitHub"
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
      on.player.faults.push(answer);
      assert.equal((await on.posted("first")).outcome, "created");
      assert.deepEqual(on.own(), [body("first")]);
    });
  }

  for (const [what, fault] of [
    ["a server that fails", { status: 502, message: "Bad Gateway" }],
    ["a connection that breaks", { reset: true }],
    ...(on.name === "GitHub" ? ([["a rate limit", { status: 403, message: "API rate limit exceeded" }]] as const) : []),
  ] as const) {
    it(`is not posted a second time where who it is can't be asked for ${what}`, async () => {
      on.player.add(body("first"));
      on.player.faults.push({ on: /^GET .*\/user$/, times: 99, ...fault });
      assert.match(await mistakeOf(on.posted("second")), /^Git(Hub|Lab) \(/);
      assert.deepEqual([on.own(), on.writes()], [[body("first")], []]);
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
    ...(on.name === "GitHub"
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
      on.player.faults.push({ ...fault, times: 9 });
      const said = await mistakeOf(on.posted("first"));
      assert.match(said, words);
      assert.ok(!said.includes(token) && !said.includes("\n"), said);
    });
  }
});
