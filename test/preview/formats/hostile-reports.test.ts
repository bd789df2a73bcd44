import assert from "node:assert/strict";
import { parse } from "junit2json";
import { createColors } from "picocolors";
import type { Log } from "sarif";
import { type FormatName, formatNames, formats } from "../../../preview/formats/registry";
import { plainText } from "../../../preview/formats/shared/terminal";
import type { StackChange } from "../../../preview/model/change";
import type { StackFailure } from "../../../preview/model/failure";
import type { Judged } from "../../../preview/model/judged";
import type { Plan } from "../../../preview/model/plan";
import type { Reading } from "../../../preview/model/reading";
import { printable } from "../../../preview/model/visible";
import { planWith } from "../../support/plan-with";
import { artifactTricks } from "./markdown/comment/artifact-tricks";
import { everywhere, tricks } from "./markdown/comment/hostile";

const all = [...tricks, ...artifactTricks];

/** How reading went of files that are called so. */
function readingOf(text: string): Reading {
  const remarks = [{ file: `k8s/${text}.yaml`, line: 3, words: `is not read: ${text}` }];
  return { files: 3, excluded: 1, idle: [text], problems: remarks, warnings: remarks, skipped: remarks };
}

/** What a stack of hostile texts is, in the form that each report takes. */
interface Hostile {
  change: StackChange;
  plan: Plan;
  judged: Judged;
  reading: Reading;
  failures: StackFailure[];
}

function hostileWith(text: string): Hostile {
  const change = everywhere(text);
  const { stack, policy, diagnostics } = change;
  const resources = change.changes.map(({ urn, type, name, custom, source }) => ({
    urn,
    type,
    name,
    custom,
    inputs: {},
    ...(source === undefined ? {} : { source }),
  }));
  return {
    change,
    plan: { ...planWith(resources), stack, policy, diagnostics: [...diagnostics] },
    judged: { stack, resources, policy },
    reading: readingOf(text),
    failures: [
      { project: change.project, stack: `failed${text}`, words: `Error: ${text}\n    at ${text}`, fromFile: true },
    ],
  };
}

type Kind = "text" | "log" | "Markdown" | "HTML" | "XML" | "data" | "SARIF";

/** What each form is: the next one has to be named here. */
const kinds: Readonly<Record<FormatName, Kind>> = {
  text: "text",
  json: "data",
  markdown: "Markdown",
  sarif: "SARIF",
  junit: "XML",
  html: "HTML",
};

const terms = {
  text: { ...plainText, width: 80, limit: Number.POSITIVE_INFINITY },
  marker: "preview",
  base: "/repository",
};

/** Every report that shows texts of others: each form of a preview, of a preview out of a file, and of verdicts; standard error. */
const reports: readonly { name: string; kind: Kind; of(hostile: Hostile): string | Promise<string> }[] = [
  ...formatNames.flatMap((name) => [
    {
      name: `a preview as ${name}`,
      kind: kinds[name],
      of: ({ change, plan }: Hostile) =>
        formats[name].previewed([{ change: { ...change, base: undefined }, plan }], terms),
    },
    {
      name: `what changes as ${name}`,
      kind: kinds[name],
      of: ({ change, plan }: Hostile) => formats[name].previewed([{ change, plan }], terms),
    },
    {
      name: `a preview that failed in part as ${name}`,
      kind: kinds[name],
      of: ({ change, plan, failures }: Hostile) => formats[name].previewed([{ change, plan }], { ...terms, failures }),
    },
    {
      name: `a preview that failed as a whole as ${name}`,
      kind: kinds[name],
      of: ({ failures }: Hostile) => formats[name].previewed([], { ...terms, failures }),
    },
    {
      name: `verdicts as ${name}`,
      kind: kinds[name],
      of: ({ judged, reading }: Hostile) => formats[name].judged([judged], { ...terms, reading }),
    },
  ]),
  { name: "standard error", kind: "log", of: ({ change }) => printable(`isotopo: ${change.stack}: ${change.base}`) },
];

/** Characters that nobody sees, or that a terminal acts on; U+FE0F follows our own signs. */
const unseen = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{e0000}-\u{e007f}\ufffe\uffff]/u;

describe("Reports of hostile texts", () => {
  for (const { name, kind, of } of reports) {
    describe(name, () => {
      for (const [what, text] of all) {
        it(`shows ${what} as what it is`, async () => {
          const [report, harmless] = [await of(hostileWith(text)), await of(hostileWith("word"))];
          assert.doesNotMatch(report, unseen);
          await checks[kind](report, harmless);
        });
      }
    });
  }

  it("have no colour but their own in a terminal", async () => {
    const own = new RegExp(`${"\u001b"}\\[(?:1|2|22|3[1-6]|39)m`, "g");
    const coloured = { ...terms, text: { ...terms.text, paint: createColors(true) } };
    for (const [, text] of all) {
      const { change, plan, judged } = hostileWith(text);
      for (const report of [
        formats.text.previewed([{ change }], coloured),
        formats.text.previewed([{ change: { ...change, base: undefined }, plan }], coloured),
        formats.text.judged([judged], coloured),
      ]) {
        const plain = report.replace(own, "");
        assert.notEqual(plain, report);
        assert.doesNotMatch(plain, unseen);
      }
    }
  });
});

const checks: Readonly<Record<Kind, (report: string, harmless: string) => void | Promise<void>>> = {
  log: (report) => assert.doesNotMatch(report, /^\s*::|##\[/m),
  text: (report, harmless) => {
    assert.doesNotMatch(report, /^\s*::|##\[/m);
    // A line of ours begins at the left; one of a value never does.
    assert.equal(atTheLeft(report), atTheLeft(harmless));
  },
  Markdown: (report) => {
    assert.doesNotMatch(report, /^\s*\//m, "a quick action");
    const lines = report.split("\n");
    const marker = lines.findIndex((line) => /^\s*<!--/.test(line));
    assert.ok(marker <= 0 && lines.findIndex((line, i) => i > 0 && /^\s*<!--/.test(line)) < 0, "another marker");
    assert.equal(lines.filter((line) => line.startsWith("## ")).length, 1);
  },
  HTML: (report, harmless) => {
    // Whatever stands between quotes is an attribute's value; a text holds no quote, and no bracket of a tag.
    const bare = (page: string) => page.replace(/<(script|style)>.*?<\/\1>/gs, "").replace(/"[^"]*"/g, "");
    const tags = (page: string) => new Set(bare(page).match(/<[a-z][^\s>]*/g));
    assert.deepEqual(
      [...tags(report)].filter((tag) => tag !== "<pre" && !tags(harmless).has(tag)),
      [],
    );
    assert.doesNotMatch(bare(report), /<[^>]*\son\w+=/);
  },
  XML: async (report, harmless) => {
    const outline = async (xml: string) => {
      const read = await parse(xml);
      assert.ok(read !== undefined && read !== null && "testsuite" in read);
      return read.testsuite?.map(({ tests, failures, errors, skipped }) => [tests, failures, errors, skipped]);
    };
    assert.deepEqual(await outline(report), await outline(harmless));
  },
  data: (report) => assert.notEqual(JSON.parse(report), undefined),
  SARIF: (report) => {
    const log: Log = JSON.parse(report);
    const messages = log.runs.flatMap(({ results = [], invocations = [] }) =>
      [...results, ...invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications)].map(
        ({ message }) => message.text ?? "",
      ),
    );
    for (const message of messages) assert.doesNotMatch(message, /(?<!\\)\](?=\()/, "a link in a message");
  },
};

function atTheLeft(text: string): number {
  return text.split("\n").filter((line) => /^\S/.test(line)).length;
}
