import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import { changesHtml } from "../../../preview/formats/html";
import { jsonReport } from "../../../preview/formats/json/changes";
import { commentReport } from "../../../preview/formats/markdown/comment";
import type { StackChange } from "../../../preview/model/change";
import { readPlans, readStackChanges } from "../../../preview/sources/document";
import type { OwnRules } from "../../../preview/sources/trusted-rules";
import { planWith, urnOf } from "../../support/plan-with";
import { asked, rule, violation } from "../formats/markdown/comment/shop";
import { mistakeOf } from "../programs";

const own: OwnRules = new Map([
  ["tls", { title: "Traffic is encrypted.", fix: "Switch it on.", source: "https://docs.example.org/tls" }],
]);

async function read(text: string): Promise<StackChange[]> {
  return readStackChanges(text, "preview.json", own);
}

const bucket = { type: "aws:s3/bucket:Bucket", name: "files", inputs: {} };
const plan = planWith([bucket]);
const document = JSON.parse(jsonReport([{ plan, change: comparePlans(plan, plan, "main (1a2b3c4)") }]));

/** A preview's JSON with other steps, or with anything else in it. */
const withSteps = (states: readonly object[]) =>
  JSON.stringify({
    ...document,
    comparison: undefined,
    steps: states.map((state) => ({ op: "create", urn: "", newState: { ...document.steps[0].newState, ...state } })),
  });
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const inputs = (text: string) => JSON.stringify(document).replace('"inputs":{}', `"inputs":${text}`);
const chain = (length: number) =>
  Array.from({ length }, (_, i) => ({ urn: `u::v::w::r${i}`, ...(i > 0 ? { parent: `u::v::w::r${i - 1}` } : {}) }));

describe("an artifact that a pull request has made", () => {
  const shape = "preview.json is not what `isotopo preview --format json` writes: ";
  const deep = "preview.json has objects and lists more than 200 deep in one another";
  const refused: readonly (readonly [what: string, text: () => string, words: string])[] = [
    ["a number", () => "5", `${shape}it: Invalid input: expected object, received number`],
    ["a text", () => '"<!-- isotopo:preview:x -->"', `${shape}it: Invalid input: expected object, received string`],
    ["inputs 5,000 deep", () => inputs(nested(5000)), deep],
    ["five million lists", () => "[".repeat(5_000_000), deep],
    ["an event 5,000 deep", () => `{"sequence":1}\n{"sequence":2,"x":${nested(5000)}}\n{"sequence":3}\n`, deep],
    [
      "a text of 100 MB",
      () => JSON.stringify({ ...document, project: "x".repeat(100_000_000) }),
      `${shape}project: Too big: expected string to have <=10000 characters`,
    ],
    [
      "a key that is a command of the job",
      () => JSON.stringify({ ...document, config: { "a\n::error title=Review::approved\n::stop-commands::x\n": 5 } }),
      `${shape}config.a\\n::error title=Review::approved\\n::stop-commands::x\\n: Invalid input: expected string, received number`,
    ],
    [
      "a failure without words",
      () => JSON.stringify({ stacks: {}, failures: [{ project: "p", stack: "s" }] }),
      `${shape}failures.0.words: Invalid input: expected string, received undefined`,
    ],
    [
      "more failures than there are stacks anywhere",
      () => JSON.stringify({ stacks: {}, failures: Array(10_001).fill({ project: "p", stack: "s", words: "" }) }),
      `${shape}failures: Too big: expected array to have <=10000 items`,
    ],
    ...["../x", "a/../../x", "/etc", "a\\..\\x", "C:x", "..", "\\x"].map(
      (folder) =>
        [
          `the folder ${folder}`,
          () => JSON.stringify({ ...document, folder }),
          `${shape}folder: Invalid string: must match pattern /^(?![/\\\\])(?!(?:.*[/\\\\])?\\.\\.(?:[/\\\\]|$))[^:]*$/s`,
        ] as const,
    ),
    ...["infra\ud800", "a\0b", "a\nb"].map(
      (folder) =>
        [
          `the folder ${JSON.stringify(folder)}`,
          () => JSON.stringify({ ...document, folder }),
          `${shape}folder: has a character that no folder has`,
        ] as const,
    ),
    [
      "a resource above itself",
      () => withSteps([{ urn: "u::v::w::self\u202e", parent: "u::v::w::self\u202e" }]),
      "preview.json: self\\u202e has more than 200 resources above it, or is above itself",
    ],
    [
      "a chain of 20,000 parents",
      () => withSteps(chain(20_000)),
      "preview.json: r201 has more than 200 resources above it, or is above itself",
    ],
  ];
  for (const [what, text, words] of refused) {
    it(`is refused in a line where it is ${what}`, async () => {
      assert.equal(await mistakeOf(read(text())), words);
    });
  }

  it("is refused as a base, too, where its tree has no end", async () => {
    const self = [{ urn: "u::v::w::self", parent: "u::v::w::self" }];
    const message = await mistakeOf((async () => readPlans(withSteps(self), "plan.json"))());
    assert.equal(message, "plan.json: self has more than 200 resources above it, or is above itself");
  });

  it("may be as deep as real ones are", async () => {
    const [change] = await read(inputs(nested(100)));
    assert.equal(change?.changes[0]?.name, "files");
  });

  it("compares JSON in a text that is too deep as the text that it is", () => {
    const [before, after] = [1, 2].map((last) => planWith([{ ...bucket, inputs: { policy: nested(5000) + last } }]));
    assert.ok(before !== undefined && after !== undefined);
    const { changes } = comparePlans(before, after, "base");
    assert.deepEqual(
      changes[0]?.properties.map(({ path }) => path),
      ["policy"],
    );
  });

  it("is read in a time that grows with its length", async () => {
    const events = (message: string) =>
      [
        { resourcePreEvent: { metadata: { op: "same", urn: urnOf("a:b:C", "d") } } },
        { diagnosticEvent: { severity: "error", message } },
        { policyEvent: { message, policyName: "exemptions", policyPackName: "p", enforcementLevel: "advisory" } },
      ]
        .map((event, i) => JSON.stringify({ sequence: i, ...event }))
        .join("\n");
    const long = 900_000;
    for (const piece of ["<{%", "<{%x", "\u001b[0", " [", ", expires 2027-01-31: [", " | "]) {
      const words = piece.repeat(long / piece.length);
      const start = performance.now();
      const changes = await read(
        events(`used: rule, owner ${words}, expires 2027-01-31: ${words}`.slice(0, 1_000_000)),
      );
      commentReport(changes);
      assert.ok(performance.now() - start < 5000, JSON.stringify(piece));
    }
  });

  it("chooses no address: rules lead where the pack here says, and have its words", async () => {
    const found = [rule("tls"), rule("other")].map((one) => ({
      ...one,
      title: "Session expired, sign in again.",
      fix: "Sign in.",
      source: "https://evil.example/login",
      resources: 1,
    }));
    const policy = asked({
      judged: found,
      violations: found.map((one) => violation(one, urnOf("a:b:C", "d"), "x", "a", "b")),
    });
    const changes = await read(JSON.stringify({ ...document, policy }));
    assert.deepEqual(
      changes[0]?.policy.judged.map(({ name, title, fix, source }) => [name, title, fix, source]),
      [
        ["tls", "Traffic is encrypted.", "Switch it on.", "https://docs.example.org/tls"],
        ["other", "Session expired, sign in again.", "Sign in.", ""],
      ],
    );
    for (const report of [commentReport(changes), await changesHtml(changes)]) {
      assert.doesNotMatch(report, /evil\.example/);
      assert.match(report, /https:\/\/docs\.example\.org\/tls/);
    }
  });

  it("is told as what the previewed code says, in every report", async () => {
    const changes = await read(JSON.stringify(document));
    assert.match(commentReport(changes), /\n\*\*Said by the pull request’s own code\*\*, /);
    assert.match(await changesHtml(changes), /Said by the previewed code, /);
    const ownRun = changes.map((change) => ({ ...change, fromFile: undefined }));
    assert.doesNotMatch(commentReport(ownRun) + (await changesHtml(ownRun)), /Said by/);
  });

  it("names no option in the command for one's own machine", async () => {
    const changes = await read(JSON.stringify({ ...document, stack: "--program=/tmp/x" }));
    assert.match(commentReport(changes), /\nnpx isotopo preview --all --against main\n/);
  });
});
