import assert from "node:assert/strict";
import { elided, elidedPair } from "../../../../../preview/formats/markdown/comment/elide";
import { code, fenced, htmlCode, link, prose, visible } from "../../../../../preview/formats/markdown/comment/escape";
import { elements, rendered, textOf } from "../../../../support/github-markdown";
import { tricks } from "./hostile";

describe("A text of others in a comment", () => {
  for (const [what, text] of tricks.filter(([, trick]) => trick.trim() !== "" && trick.length < 1000)) {
    it(`is shown whole in a cell, and as code: ${what}`, async () => {
      const { root } = await rendered(`| a | b |\n|---|---|\n| ${code(text, 1000)} | c |\n`);
      const [cell, next, ...others] = elements(root, "td");
      assert.ok(cell !== undefined && next !== undefined && others.length === 0);
      // The renderer takes spaces at the ends of code off, as a page does.
      assert.equal(squeezed(textOf(cell)), squeezed(visible(text)));
      assert.equal(textOf(next), "c");
    });
  }

  const sentences: [what: string, text: string, markdown: string][] = [
    [
      "plain words as they are",
      'Set it to "true" (or 1.5, 20%): it’s well-known!',
      'Set it to "true" (or 1.5, 20%): it’s well-known!',
    ],
    ["a path as code", "settings[0].tier is db-f1-micro.", "`settings[0].tier` is db-f1-micro."],
    ["words in code as one", "a_b c_d, e", "`a_b c_d`, e"],
    ["names of a list each as code", "see a_b, c_d; e_f", "see `a_b`, `c_d`; `e_f`"],
    [
      "a command of its author as one",
      "no value (`pulumi config set --secret 'a.b'`)",
      "no value (`pulumi config set --secret 'a.b'`)",
    ],
    ["commands beside each other", "a_b `c d` `e @f`, g_h", "`a_b` `c d` `e @f`, `g_h`"],
    ["a backtick alone", "a `b_c", "a `` `b_c ``"],
    ["what a span would hide", "`a` b` @c `d", "`a` ``b` @c `d``"],
    ["a mention as code", "ask @octocat", "ask `@octocat`"],
    ["an issue by its prefix as code", "closes GH-12", "closes `GH-12`"],
    ["a commit as code", "at 1a2b3c4 now", "at `1a2b3c4` now"],
    ["an address in a word as code", "a.www.evil.example b", "`a.www.evil.example` b"],
    ["lines in one", " a\n\tb ", "a b"],
    ["a long word as code", "w".repeat(61), `\`${"w".repeat(61)}\``],
    ["a dash as it is", "a — b", "a — b"],
  ];
  for (const [what, text, markdown] of sentences) {
    it(`has ${what}`, () => assert.equal(prose(text), markdown));
  }

  it("is elided in its middle, with its length said", () => {
    assert.equal(elided("a".repeat(1000), 20), `${"a".repeat(13)} … (1,000 characters) … ${"a".repeat(5)}`);
    assert.equal(elided("abc", 3), "abc");
  });

  it("is elided so that no character is split", () => {
    assert.ok(Buffer.from(elided("🙂".repeat(100), 20)).toString() === elided("🙂".repeat(100), 20));
  });

  it("shows where it differs from another", () => {
    const [a, b] = elidedPair(`${"x".repeat(500)}A${"y".repeat(500)}`, `${"x".repeat(500)}B${"y".repeat(500)}`, 80);
    assert.ok(a.includes("xxxAyyy") && b.includes("xxxByyy") && a.length < 150, `${a}\n${b}`);
    assert.deepEqual(elidedPair("a", "b", 80), ["a", "b"]);
  });

  it("can't end a block of code", async () => {
    const lines = ["```", "~~~", "`````", "x"];
    const { root } = await rendered(fenced("diff", lines).join("\n"));
    assert.equal(elements(root, "pre").map(textOf).join(), `${lines.join("\n")}\n`);
  });

  it("stands in our own HTML as text", async () => {
    const text = "</code></summary> @octocat #12 <b> & \"'";
    const { root } = await rendered(`<details><summary>${htmlCode(text)}</summary>\n\nx\n\n</details>`);
    assert.equal(elements(root, "summary").map(textOf).join(), text);
    assert.equal(elements(root, "b").length + elements(root, "a").length, 0);
  });
});

describe("An address of a rule", () => {
  const addresses: [address: string, markdown: string][] = [
    ["https://docs.example.org/a_b#c", "[`r`](https://docs.example.org/a_b#c)"],
    ["https://docs.example.org/a)b|c<d>", "[`r`](https://docs.example.org/a%29b%7Cc%3Cd%3E)"],
    ["http://docs.example.org/", "`r`"],
    ["javascript:alert(1)", "`r`"],
    ["https://user:password@docs.example.org/", "`r`"],
    ["", "`r`"],
  ];
  for (const [address, markdown] of addresses) {
    it(`"${address}" is ${markdown.startsWith("[") ? "a link" : "none"}`, () =>
      assert.equal(link("`r`", address), markdown));
  }
});

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}
