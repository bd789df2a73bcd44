import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signatureKey, signatures } from "../../../policy/protocol/signatures";
import { strip, strippedLog } from "../../../preview/commands/strip";
import { readStackChanges } from "../../../preview/sources/document";
import { isotopo } from "../../support/command";
import { inFolder, mistakeOf } from "../programs";

const canary = "CANARY-c4n4ry";
const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const database = urn("aws:rds/instance:Instance", "main");
const marked = (more: object) => ({ [signatureKey]: signatures.secret, ...more });

const state = (type: string, inputs: object) => ({
  type,
  urn: "",
  custom: true,
  id: canary,
  parent: "",
  inputs,
  outputs: { password: canary },
  provider: "",
});
const step = (op: string, type: string, name: string, old: object | undefined, now: object) => ({
  op,
  urn: urn(type, name),
  type,
  provider: "",
  keys: [],
  diffs: ["size"],
  detailedDiff: null,
  old: old === undefined ? null : state(type, old),
  new: state(type, now),
});
const stack = {
  resourcePreEvent: { metadata: step("same", "pulumi:pulumi:Stack", "shop-prod", {}, {}), planning: true },
};
const diagnostic = (severity: string, message: string, more: object = {}) => ({
  diagnosticEvent: { urn: database, prefix: `${severity}: `, message, color: "raw", severity, ...more },
});

/** An event of each kind that nothing is to be left of, and why. */
const gone: Readonly<Record<string, object>> = {
  "a debug message": diagnostic("debug", `Registering resource: password,,,${canary}`),
  "a debug message longer than any report has one": diagnostic("debug", canary.repeat(100_000)),
  "what the program prints": diagnostic("info", canary),
  "what the program prints as an error": diagnostic("info#err", canary),
  "a severity that is not known": diagnostic("trace", canary),
  "an error that does not stay": diagnostic("error", canary, { ephemeral: true }),
  "the config": { preludeEvent: { config: { "shop:key": canary } } },
  "what the engine prints": { stdoutEvent: { message: canary, color: "raw" } },
  "a kind of later versions": { laterEvent: { message: canary } },
};

/** The rest of a log: steps with secrets in each form, and what policies and the engine say. */
const kept: readonly object[] = [
  stack,
  {
    resourcePreEvent: {
      metadata: step(
        "update",
        "aws:rds/instance:Instance",
        "main",
        { size: 1, password: marked({ ciphertext: canary }), list: [marked({ plaintext: `"${canary}"` })] },
        { size: 2, password: marked({ ciphertext: `${canary}2` }), list: [marked({ plaintext: `"${canary}2"` })] },
      ),
    },
  },
  {
    resOutputsEvent: { metadata: step("refresh", "aws:rds/instance:Instance", "main", {}, { password: marked({}) }) },
  },
  {
    policyEvent: {
      resourceUrn: database,
      message: "size is 2",
      color: "raw",
      policyName: "small",
      severity: "high",
      policyPackName: "isotopo",
      policyPackVersion: "1.0.0",
      enforcementLevel: "mandatory",
    },
  },
  diagnostic("warning", "the size is old"),
  diagnostic("error", "the size is\u202e wrong"),
  { summaryEvent: { durationSeconds: 7, resourceChanges: { update: 1 }, PolicyPacks: { isotopo: "1.0.0" } } },
];

const logOf = (events: readonly object[]) =>
  events.map((event, i) => `${JSON.stringify({ sequence: i, timestamp: 1_700_000_000, ...event })}\n`).join("");
const whole = logOf([...Object.values(gone), ...kept]);
/** Reports refuse a log with a longer message. */
const readableLog = logOf(
  [...Object.values(gone), ...kept].filter((event) => JSON.stringify(event).length < 1_000_000),
);

/** What is left of a log. */
function stripped(text: string): Promise<string> {
  return inFolder((folder) => {
    const log = join(folder, "pulumi.log");
    writeFileSync(log, text);
    return `${strippedLog(log).events.join("\n")}\n`;
  });
}

describe("isotopo strip", function () {
  this.timeout(30_000);

  for (const [what, event] of Object.entries(gone)) {
    it(`leaves out ${what}`, async () => {
      assert.ok(JSON.stringify(event).includes(canary));
      assert.equal(await stripped(logOf([event, stack])), await stripped(logOf([{}, stack])));
    });
  }

  it("keeps what reports read, without a text of a secret", async () => {
    const text = await stripped(whole);
    assert.ok(!text.includes("CANARY"), text);
    assert.ok(!text.includes("\u202e"), "a terminal shows nothing else than there is");
    assert.equal(text.trimEnd().split("\n").length, kept.length);
    const [before, after] = [readableLog, text].map((log) => readStackChanges(log, "pulumi.log"));
    const notPrinted = before?.map((change) => ({
      ...change,
      diagnostics: change.diagnostics.filter(({ severity }) => severity !== "info"),
    }));
    assert.equal(notPrinted?.[0]?.diagnostics.length, 2);
    assert.deepEqual(after, notPrinted);
    assert.equal(await stripped(text), text, "what was stripped stays as it is");
  });

  it("leaves a log where nothing of it is read", async () => {
    const text = await stripped(logOf([diagnostic("debug", canary)]));
    const message = await mistakeOf((async () => readStackChanges(text, "out.log"))());
    assert.equal(message, "out.log plans nothing: `pulumi preview` ended early");
  });

  it("is read from a pipe too, prints, and says what to look at", () =>
    inFolder(async (folder) => {
      const log = join(folder, "pulumi.log");
      writeFileSync(log, `${whole}{"sequence":99,"diagno`);
      const { code, stdout, stderr } = await isotopo(["strip", log]);
      assert.equal(code, 0);
      assert.equal(stdout, await stripped(whole));
      assert.equal(
        stderr,
        `${log}:${Object.keys(gone).length + kept.length + 1} ends in the middle: left out\n` +
          "2 warnings and errors are kept as written: look for secrets in them before the log leaves this machine\n",
      );
    }));

  it("writes in the place of the log itself", () =>
    inFolder(async (folder) => {
      const log = join(folder, "pulumi.log");
      writeFileSync(log, whole);
      assert.deepEqual(await isotopo(["strip", log, "--out", log]).then(({ code, stdout }) => [code, stdout]), [0, ""]);
      assert.equal(readFileSync(log, "utf8"), await stripped(whole));
      assert.deepEqual(readdirSync(folder), ["pulumi.log"]);
    }));

  const required = "; required: a log that `pulumi preview --event-log` wrote";
  const refused: [what: string, text: string, words: string][] = [
    ["is empty", "\n\n", " is empty"],
    [
      "has another text in it",
      `${logOf(kept)}not JSON ${canary}\n`,
      `:8 is no event of Pulumi's engine: it is no JSON`,
    ],
    ["is another text, cut off", canary, ":1 is no event of Pulumi's engine: it is no JSON"],
    [
      "is a report",
      '{"stacks":{}}\n',
      ":1 is no event of Pulumi's engine: sequence: Invalid input: expected number, received undefined",
    ],
    [
      "has an event of another shape",
      logOf([{}, { policyEvent: { message: canary } }]),
      ":2 is no event of Pulumi's engine: policyEvent.policyName: Invalid input: expected string, received undefined",
    ],
    [
      "is nested too deeply",
      `{"sequence":1,"a":${"[".repeat(300)}${"]".repeat(300)}}\n`,
      ":1 is no event of Pulumi's engine: it has objects and lists more than 200 deep in one another",
    ],
  ];
  for (const [what, text, words] of refused) {
    it(`refuses a file that ${what}, and writes nothing`, () =>
      inFolder(async (folder) => {
        const [log, out] = [join(folder, "pulumi.log"), join(folder, "out.log")];
        writeFileSync(log, text);
        const message = await mistakeOf(strip(log, { out }));
        assert.equal(message, `${log}${words}${words.startsWith(":") ? required : ""}`);
        assert.ok(!existsSync(out));
      }));
  }

  it("ends with 2, also where there is no such file", () =>
    inFolder(async (folder) => {
      const log = join(folder, "pulumi.log");
      const missing = await isotopo(["strip", log]);
      assert.deepEqual(missing, {
        code: 2,
        stdout: "",
        stderr: `isotopo: ${log} can't be read: there is no such file\n`,
      });
      writeFileSync(log, "no log\n");
      const { code, stdout } = await isotopo(["strip", log]);
      assert.deepEqual([code, stdout], [2, ""]);
    }));

  for (const shift of [0, 1]) {
    it(`joins a line, and a letter, that a chunk of the file ends in: ${shift}`, async () => {
      // A chunk has 1 MiB, a letter of these two bytes: with one of the shifts its end is within a letter.
      const fill = JSON.stringify({ sequence: 1, ...diagnostic("debug", canary) }).padEnd(1024 * 1024 - 1000 - shift);
      const text = await stripped(`${fill}\n${logOf([diagnostic("error", "é".repeat(900))])}`);
      assert.equal(JSON.parse(text).diagnosticEvent.message, "é".repeat(900));
    });
  }
});
