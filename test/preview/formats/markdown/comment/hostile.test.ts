import assert from "node:assert/strict";
import { commentReport } from "../../../../../preview/formats/markdown/comment";
import type { StackChange } from "../../../../../preview/model/change";
import { elements, openTexts, type PageNode, rendered } from "../../../../support/github-markdown";
import { artifactTricks } from "./artifact-tricks";
import { everywhere, hostile, rulesHost, tricks } from "./hostile";

/** What a forge would make something of, in text that is in no code and no link. */
const live: readonly (readonly [what: string, form: RegExp])[] = [
  ["mention", /@/],
  ["reference", /#\w|\bGH-\d|![0-9]/i],
  ["commit", /\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b/i],
  ["address", /:\/\/|www\.|mailto:/i],
  ["emoji", /:[\w+-]+:/],
  ["formula", /\$/],
  ["mark-up", /[<>*`_~\\[\]]/],
  ["hidden character", /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029]/u],
];

/** Tags that a comment has of its own. */
const own = new Set("a blockquote code details h2 h3 li p pre strong summary table tbody td th thead tr ul".split(" "));

describe("The pull request comment of hostile texts", () => {
  for (const [what, text] of [...tricks, ...artifactTricks]) {
    it(`lets nothing of ${what} through`, async () => {
      for (const comment of commentsOf([everywhere(text), { ...everywhere(text), engine: "pulumi", base: text }])) {
        await assertHarmless(comment);
      }
    });

    it(`has the structure that it has with a harmless word in the place of ${what}`, async () => {
      const [with_ = "", without = ""] = [text, "word"].map((word) =>
        commentReport([everywhere(word)], { limit: 1_000_000, today: "2027-01-10" }),
      );
      assert.equal(skeleton((await rendered(with_)).root), skeleton((await rendered(without)).root));
    });
  }

  it("lets nothing of all of them at once through", async () => {
    for (const comment of commentsOf([
      hostile(),
      ...[...tricks, ...artifactTricks].map(([, text]) => everywhere(text)),
    ])) {
      await assertHarmless(comment);
    }
  });

  it("shows characters that nobody would see", () => {
    const comment = commentReport([everywhere("safe\u202egnp.exe\u200b\u0000")]);
    assert.match(comment, /safe\\u202egnp\.exe\\u200b\\u0000/);
    assert.doesNotMatch(comment, /[^\P{Cc}\n]|\p{Cf}/u);
  });

  it("shows a secret, and what is not known, as what it is", () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" };
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const [first] = everywhere("").changes.filter(({ action }) => action === "update");
    assert.ok(first !== undefined);
    const change = {
      ...first,
      properties: [
        { path: "password", kind: "changed" as const, before: secret, after: unknown, forces: "nothing" as const },
      ],
    };
    const comment = commentReport([{ ...everywhere(""), changes: [change] }]);
    assert.match(comment, /\n {2}- password: \[secret\]\n {2}\+ password: \[unknown\]\n/);
    assert.doesNotMatch(comment, /hunter2|04da6b54/);
  });
});

function commentsOf(changes: readonly StackChange[]): string[] {
  return [4096, 20_000, 65_536, 10_000_000].map((limit) => commentReport(changes, { limit, today: "2027-01-10" }));
}

async function assertHarmless(comment: string): Promise<void> {
  const { root } = await rendered(comment);
  assert.deepEqual(
    [...new Set(tags(root))].filter((tag) => !own.has(tag)),
    [],
  );
  const addresses = elements(root, "a").map(({ properties }) => String(properties?.href));
  assert.deepEqual(
    addresses.filter((address) => !address.startsWith(`${rulesHost}/`)),
    [],
  );
  const text = openTexts(root).join("\n");
  for (const [what, form] of live) assert.doesNotMatch(text, form, what);
  for (const table of elements(root, "table")) {
    const widths = elements(table, "tr").map((row) => elements(row, "td").length + elements(row, "th").length);
    assert.equal(new Set(widths).size, 1, "rows of a table have as many cells");
  }
}

function tags({ tagName, children = [] }: PageNode): string[] {
  return [...(tagName === undefined ? [] : [tagName]), ...children.flatMap(tags)];
}

/** The tags of a page, but for the code that marks what is no plain word. */
function skeleton({ tagName, children = [] }: PageNode): string {
  const below = children.map(skeleton).join("");
  if (tagName === undefined || tagName === "code") return below;
  return `<${tagName}>${below}</${tagName}>`;
}
