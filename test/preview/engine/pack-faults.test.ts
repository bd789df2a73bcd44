import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PackWatch, packLimit } from "../../../preview/engine/pack-watch";
import { projectDir } from "../../support/project";
import { freshProgramPlan, mistakeOf } from "../programs";

const faults = join(projectDir, "test/fixtures/packs/faults");
const config = { "small:password": "pass-word" };

describe("a policy pack that ends", function () {
  this.timeout(60_000);
  const busy = 'while it judged aws:rds/instance:Instance "database"';
  const table: [stack: string, message: string][] = [
    ["exits", `the policy pack faults ended itself with code 3 ${busy}; its last words:\nno licence`],
    ["dies", `the policy pack faults was ended by SIGSEGV ${busy}`],
    [
      "exitsAtStart",
      `the policy pack ${faults} ended itself with code 3 while it was starting; its last words:\nno licence`,
    ],
  ];
  for (const [stack, message] of table) {
    it(`is told by what it did: ${stack}`, async () => {
      assert.equal(await mistakeOf(freshProgramPlan("small", { stack, config, policyPacks: [faults] })), message);
    });
  }
});

describe("a policy pack that is silent", () => {
  /** A watch over a process that does not end, with how often it was told to end it. */
  function watched(limit: number) {
    const ended = { times: 0 };
    const child = { exit: new Promise<number>(() => {}), output: () => "" };
    const end = () => {
      ended.times += 1;
    };
    const watch = new PackWatch(child, "rules", end, limit);
    return { watch, ended };
  }
  const never = new Promise<string>(() => {});

  it("is ended, and told by what it was asked first", async () => {
    const { watch, ended } = watched(0.05);
    const all = [watch.answer("judged a", never), watch.answer("judged b", never)];
    const told = await Promise.all(all.map(mistakeOf));
    const words =
      "the policy pack rules gave no answer for 0.05 s while it judged a, and was ended: a rule of it may run for ever. " +
      "A longer time is set by ISOTOPO_PACK_TIMEOUT (seconds, 0 for no limit)";
    assert.deepEqual([told, ended.times], [[words, words], 1]);
  });

  it("is not, as long as answers come", async () => {
    const { watch, ended } = watched(0.4);
    const last = watch.answer("judged z", sleep(600, "late"));
    for (let i = 0; i < 6; i++) await watch.answer("judged a", sleep(80));
    assert.deepEqual([await last, ended.times], ["late", 0]);
  });

  it("is not while nothing is asked of it, nor without a limit", async () => {
    const [limited, free] = [watched(0.02), watched(0)];
    await limited.watch.answer("judged a", Promise.resolve());
    assert.equal(await free.watch.answer("judged a", sleep(60, "late")), "late");
    assert.deepEqual([limited.ended.times, free.ended.times], [0, 0]);
  });

  it("has a limit that the environment sets", () => {
    const before = process.env.ISOTOPO_PACK_TIMEOUT;
    const limitOf = (text: string) => {
      process.env.ISOTOPO_PACK_TIMEOUT = text;
      return packLimit();
    };
    try {
      assert.deepEqual(["", "0", "2.5"].map(limitOf), [120, 0, 2.5]);
      assert.throws(() => limitOf("5m"), {
        message: 'ISOTOPO_PACK_TIMEOUT is "5m"; allowed: seconds, or 0 for no limit',
      });
    } finally {
      if (before === undefined) delete process.env.ISOTOPO_PACK_TIMEOUT;
      else process.env.ISOTOPO_PACK_TIMEOUT = before;
    }
  });
});

describe("a program that registers nothing for long", () => {
  it("is told of while it runs, as it may wait for something", async () => {
    const stop = new AbortController();
    const seconds = await new Promise<number>((done) => {
      const quiet = { quietSeconds: 0.01, onQuiet: done, signal: stop.signal };
      freshProgramPlan("small", { config, ...quiet }).catch(() => {});
    });
    stop.abort();
    assert.ok(seconds >= 0);
  });
});
