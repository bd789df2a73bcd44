import assert from "node:assert/strict";
import { remarkLine } from "../../../../preview/model/reading";
import { readAll } from "../../../../preview/sources/files/read";
import { deployment, notRead, reading, shown, typesOf } from "./reading";

describe("what `check` reads", () => {
  const mistakes: [what: string, file: string, text: string | Buffer, ...lines: string[]][] = [
    ["half a JSON file", "a.json", '{"deployment": {"res', "a.json is no JSON: it ends in the middle"],
    [
      "a JSON file with a slip, without a piece of it",
      "a.json",
      '{\n"password": hunter2}',
      "a.json is no JSON: it has a mistake",
    ],
    [
      "YAML with a slip",
      "a.yaml",
      "a: [1\nb: 2",
      "a.yaml:2 is no YAML: it is indented otherwise than what it belongs to, or a list or mapping in brackets is not closed (column 1)",
    ],
    ["other JSON", "a.json", '{"a": 1}', `a.json ${notRead}`],
    ["prose", "a.txt", "hello", `a.txt:1 ${notRead}`],
    ["two other documents", "a.yaml", "a: 1\n---\nb: 1\n", `a.yaml:1 ${notRead}`, `a.yaml:3 ${notRead}`],
    ["bytes", "a.yaml", Buffer.from([0xfe, 0xfe, 0x00]), "a.yaml is no text in UTF-8"],
    [
      "half a text in UTF-16",
      "a.yaml",
      Buffer.from([0xff, 0xfe, 0x00]),
      "a.yaml is no text in UTF-16LE, as its first bytes say",
    ],
    [
      "what follows ---",
      "a.yaml",
      "a: 1\n--- b\n",
      "a.yaml:2 is no YAML: only a comment may follow --- on its line",
      `a.yaml:1 ${notRead}`,
    ],
    [
      "a control character",
      "a.yaml",
      "a: 1\nb: \u0007\n",
      "a.yaml:2 is no YAML: it holds the control character U+0007",
    ],
    [
      "an unknown anchor",
      "a.yaml",
      "a: 1\nb: *c\n",
      "a.yaml:2 is no YAML: an alias (*) names no anchor that is above it (column 4)",
    ],
    [
      "an anchor in itself",
      "a.yaml",
      "a: &a\n  b: *a\n",
      "a.yaml:2 is no YAML: an anchor (&) contains itself (column 6)",
    ],
    [
      "a merge of a text",
      "a.yaml",
      "<<: a\n",
      "a.yaml:1 is no YAML: a merge (<<) takes a mapping, or a list of mappings (column 5)",
    ],
    ["a null key", "a.yaml", "~: a\n", "a.yaml:1 is no YAML: a key is null (column 1)"],
    [
      "a key of 65 bits",
      "a.yaml",
      "9223372036854775808: a\n",
      "a.yaml:1 is no YAML: a key is a number of more than 64 bits (column 1)",
    ],
    ["a list as a key", "a.yaml", "[a]: b\n", "a.yaml:1 is no YAML: a key is a mapping or a list (column 1)"],
    ["a number that JSON has not", "a.yaml", "a: .inf\n", "a.yaml:1 is no YAML: JSON has no such number (column 4)"],
    ["a value that its tag forbids", "a.yaml", "a: !!int b\n", "a.yaml:1 is no YAML: a value is no !!int (column 10)"],
    ["binary that is none", "a.yaml", "a: !!binary b\n", "a.yaml:1 is no YAML: a !!binary is no base 64 (column 13)"],
    ["a text made of aliases", "a.yaml", bomb(), "a.yaml:5 is no YAML: it repeats too much by aliases (column 15)"],
    [
      "nested too deeply, in YAML",
      "a.yaml",
      `a: ${"[".repeat(600)}${"]".repeat(600)}`,
      "a.yaml is nested more than 500 levels deep",
    ],
    [
      "nested far too deeply, in YAML",
      "a.yaml",
      `a: ${"[".repeat(9000)}${"]".repeat(9000)}`,
      "a.yaml is nested more than 500 levels deep",
    ],
    [
      "nested too deeply, in JSON",
      "a.json",
      `{"deployment": ${"[".repeat(9000)}${"]".repeat(9000)}}`,
      "a.json is nested more than 500 levels deep",
    ],
    [
      "a template",
      "a.yaml",
      "a: b\n{{ .c }}\n",
      "a.yaml:2 is no YAML: a quote, a bracket, a comma, a colon or a space is missing (column 1); it looks like a template: judge what it renders, for example helm template CHART | isotopo check -",
    ],
  ];

  for (const [what, file, text, ...lines] of mistakes) {
    it(`is not ${what}`, () =>
      reading(file, text, ({ reading: { problems } }, folder) => assert.deepEqual(shown(problems, folder), lines)));
  }

  it("is every document that is well, beside one that is not", () =>
    reading("a.yaml", `${deployment}---\na: [\n---\n${deployment}`, (found, folder) => {
      assert.deepEqual(typesOf(found), ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment"]);
      assert.deepEqual(shown(found.reading.problems, folder), [
        "a.yaml:6 is no YAML: it is indented otherwise than what it belongs to, or a list or mapping in brackets is not closed (column 1)",
      ]);
    }));

  const doubled: [file: string, text: string, line: number, column: number][] = [
    ["a.yaml", "apiVersion: v1\nkind: Pod\nkind: Job\n", 3, 1],
    ["a.json", '{"apiVersion": "v1",\n"kind": "Pod",\n"metadata": {"kind": "x"}, "kind": "Job"}', 3, 28],
  ];

  for (const [file, text, line, column] of doubled) {
    it(`takes the later one of two keys of ${file}, and says so`, () =>
      reading(file, text, (found, folder) => {
        assert.deepEqual(typesOf(found), ["kubernetes:core/v1:Job"]);
        assert.deepEqual(shown(found.reading.warnings, folder), [
          `${file}:${line} has a key that its mapping has already (column ${column}); the later one is judged, as kubectl takes it`,
        ]);
      }));
  }

  it("names every file that can't be read", () => {
    const lines = readAll(["/nowhere/a.yaml", "/nowhere/b.yaml"]).reading.problems.map(remarkLine);
    assert.deepEqual(lines, [
      "/nowhere/a.yaml can't be read: there is no such file or folder",
      "/nowhere/b.yaml can't be read: there is no such file or folder",
    ]);
  });
});

/** A small text that stands for 9^6 values. */
function bomb(): string {
  const lines = ["a0: &a0 x"];
  for (let i = 1; i <= 6; i++)
    lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(", ")}]`);
  return `${lines.join("\n")}\nb: [*a6]\n`;
}
