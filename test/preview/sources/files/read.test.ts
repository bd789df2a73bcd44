import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FileRemark, remarkLine } from "../../../../preview/model/reading";
import { type Found, readAll } from "../../../../preview/sources/files/read";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";

const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\n";
const stackUrn = "urn:pulumi:shop-dev::shop::pulumi:pulumi:Stack::shop-shop-dev";
const bucketUrn = "urn:pulumi:shop-dev::shop::aws:s3/bucket:Bucket::files";
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const resources = [
  { urn: stackUrn, type: "pulumi:pulumi:Stack" },
  { urn: "urn:pulumi:shop-dev::shop::pulumi:providers:aws::default", type: "pulumi:providers:aws" },
  {
    urn: bucketUrn,
    type: "aws:s3/bucket:Bucket",
    id: "files-1",
    protect: true,
    parent: stackUrn,
    inputs: { acl: "private", token: { ...secret, ciphertext: "AAAB" }, key: { ...secret, plaintext: '"sesame"' } },
    outputs: { arn: "arn:aws:s3:::files-1" },
    propertyDependencies: { acl: [stackUrn] },
  },
  { urn: bucketUrn, type: "aws:s3/bucket:Bucket", delete: true },
];

describe("what `check` reads", () => {
  const rows: [what: string, file: string, text: string, types: string[]][] = [
    ["a manifest", "a.yaml", deployment, ["kubernetes:apps/v1:Deployment"]],
    [
      "several documents",
      "a.yml",
      `${deployment}---\n# nothing\n---\napiVersion: v1\nkind: Pod\n`,
      ["kubernetes:apps/v1:Deployment", "kubernetes:core/v1:Pod"],
    ],
    [
      "a List",
      "a.yaml",
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n- apiVersion: batch/v1\n  kind: Job\n",
      ["kubernetes:core/v1:Pod", "kubernetes:batch/v1:Job"],
    ],
    [
      "a typed list",
      "a.yaml",
      "apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: { name: a }\n",
      ["kubernetes:apps/v1:Deployment"],
    ],
    ["a manifest in JSON", "a.json", '{"apiVersion": "v1", "kind": "Pod"}', ["kubernetes:core/v1:Pod"]],
    ["YAML with braces", "a.yaml", "{apiVersion: v1, kind: Pod}", ["kubernetes:core/v1:Pod"]],
    [
      "a stack export",
      "a.json",
      JSON.stringify({ version: 3, deployment: { manifest: {}, resources } }),
      ["pulumi:pulumi:Stack", "aws:s3/bucket:Bucket"],
    ],
    [
      "a deployment alone",
      "a.json",
      JSON.stringify({ manifest: {}, resources }),
      ["pulumi:pulumi:Stack", "aws:s3/bucket:Bucket"],
    ],
    [
      "a preview",
      "a.json",
      JSON.stringify({
        steps: [
          { op: "create", newState: resources[2] },
          { op: "delete", oldState: resources[0] },
        ],
      }),
      ["aws:s3/bucket:Bucket"],
    ],
    [
      "a replacement, once",
      "a.json",
      JSON.stringify({ steps: ["create-replacement", "replace"].map((op) => ({ op, newState: resources[2] })) }),
      ["aws:s3/bucket:Bucket"],
    ],
    [
      "previews of several stacks",
      "a.json",
      JSON.stringify({ stacks: { one: { steps: [{ op: "create", newState: resources[2] }] } } }),
      ["aws:s3/bucket:Bucket"],
    ],
    ["a preview without steps", "a.json", JSON.stringify({ changeSummary: {} }), []],
    ["an empty file", "a.yaml", "", []],
    ["a file of comments", "a.yaml", "# nothing\n", []],
    ["a stack without resources", "a.json", JSON.stringify({ version: 3, deployment: { manifest: {} } }), []],
  ];
  for (const [what, file, text, types] of rows) {
    it(`is ${what}`, () => reading(file, text, (found) => assert.deepEqual(typesOf(found), types)));
  }

  it("knows the line of each manifest, also in a List", () =>
    reading(
      "a.yaml",
      `${deployment}---\napiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n`,
      (found) =>
        assert.deepEqual(
          found.manifests.map(({ source }) => source.line),
          [1, 8],
        ),
    ));

  it("keeps what a state says: id, protection, dependencies, and secrets as secrets", () =>
    reading("a.json", JSON.stringify({ version: 3, deployment: { resources } }), ({ stacks }) => {
      const bucket = stacks[0]?.resources[1];
      assert.deepEqual([stacks[0]?.stack, stacks[0]?.project], ["shop-dev", "shop"]);
      assert.deepEqual(bucket?.inputs, {
        acl: "private",
        token: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        key: { ...secret, value: "sesame" },
      });
      assert.deepEqual([bucket?.outputs.id, bucket?.protect], ["files-1", true]);
      assert.deepEqual(bucket?.propertyDependencies, { acl: [stackUrn] });
    }));

  const other = "is no stack export, no preview and no Kubernetes manifest";
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
    ["other JSON", "a.json", '{"a": 1}', `a.json ${other}`],
    ["prose", "a.txt", "hello", `a.txt:1 ${other}`],
    ["two other documents", "a.yaml", "a: 1\n---\nb: 1\n", `a.yaml:1 ${other}`, `a.yaml:3 ${other}`],
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
      `a.yaml:1 ${other}`,
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

  const encodings: [what: string, bytes: Buffer][] = [
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${deployment}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${deployment}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${deployment}`, "utf16le").swap16()],
    ["lines that end with CR and LF", Buffer.from(deployment.replaceAll("\n", "\r\n"))],
    ["lines that end with CR", Buffer.from(deployment.replaceAll("\n", "\r"))],
  ];
  for (const [what, bytes] of encodings) {
    it(`is ${what}`, () =>
      reading("a.yaml", bytes, (found) => {
        assert.deepEqual(found.reading.problems, []);
        assert.deepEqual(typesOf(found), ["kubernetes:apps/v1:Deployment"]);
      }));
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

  it("is several JSON objects one after the other, and YAML below them", () =>
    reading(
      "a.json",
      '{"apiVersion": "v1", "kind": "Pod"}\n{"apiVersion": "v1", "kind": "Job"}\n---\nkind: Secret\napiVersion: v1\n',
      (found) => {
        assert.deepEqual(typesOf(found), [
          "kubernetes:core/v1:Pod",
          "kubernetes:core/v1:Job",
          "kubernetes:core/v1:Secret",
        ]);
        assert.deepEqual(
          found.manifests.map(({ source }) => source.line),
          [undefined, undefined, 4],
        );
      },
    ));

  it("names every file that can't be read", () => {
    const lines = readAll(["/nowhere/a.yaml", "/nowhere/b.yaml"]).reading.problems.map(remarkLine);
    assert.deepEqual(lines, [
      "/nowhere/a.yaml can't be read: there is no such file or folder",
      "/nowhere/b.yaml can't be read: there is no such file or folder",
    ]);
  });

  it("is every manifest in a folder; what is none is skipped and named", () =>
    inFolder((folder) => {
      writeFiles(folder, {
        "deep/a.yaml": deployment,
        "node_modules/b.yaml": deployment,
        "deep/node_modules/b.yaml": deployment,
        ".git/c.yaml": deployment,
        ".hidden.yaml": deployment,
        ".dot/d.yaml": deployment,
        "values.yaml": "replicas: 2\n",
        "readme.md": "# hello\n",
      });
      symlinkSync(join(folder, "deep/a.yaml"), join(folder, "link.yaml"));
      symlinkSync(join(folder, "nowhere"), join(folder, "broken.yaml"));
      const found = readAll([folder]);
      assert.deepEqual(
        found.manifests.map(({ source }) => source.file.replace(`${folder}/`, "")),
        [".dot/d.yaml", ".hidden.yaml", "deep/a.yaml", "link.yaml"],
      );
      assert.deepEqual(shown(found.reading.skipped, folder), [
        `values.yaml:1 ${other}`,
        `${folder} has 3 folders called .git or node_modules, which check does not look into`,
      ]);
      assert.deepEqual([found.reading.files, found.reading.problems], [5, []]);
    }));

  it("names templates of a Helm chart, whatever they read like", () =>
    inFolder((folder) => {
      const template = `${deployment}spec: { replicas: "{{ .Values.replicas }}" }\n`;
      writeFiles(folder, {
        "web/Chart.yaml": "name: web\n",
        "web/templates/deep/a.yaml": template,
        "web/templates/plain.yaml": deployment,
        "elsewhere/templates/b.yaml": template,
      });
      const found = readAll([folder]);
      assert.deepEqual(shown(found.reading.problems, folder), [
        "web/templates/deep/a.yaml:4 is a Helm template; judge what it renders: helm template web | isotopo check -",
      ]);
      assert.equal(found.manifests.length, 2);
    }));

  const unnamed = "holds an object without a kind or an apiVersion; required: both, as texts";
  const lists: [what: string, file: string, text: string, ...lines: string[]][] = [
    [
      "a List",
      "a.yaml",
      "apiVersion: v1\nkind: List\nitems:\n- metadata: {}\n- 5\n",
      `a.yaml:4 ${unnamed}`,
      `a.yaml:5 ${unnamed}`,
    ],
    ["a typed list", "a.yaml", "apiVersion: v1\nkind: PodList\nitems:\n- kind: Pod\n", `a.yaml:4 ${unnamed}`],
    ["JSON", "a.json", '{"apiVersion": "v1", "kind": "PodList", "items": [{"apiVersion": "v1"}]}', `a.json ${unnamed}`],
    ["no list", "a.yaml", 'apiVersion: v1\nkind: ""\n', `a.yaml:1 ${unnamed}`],
  ];
  for (const [what, file, text, ...lines] of lists) {
    it(`names an object of ${what} that does not say what it is, also in a folder`, () =>
      inFolder((folder) => {
        writeFiles(folder, { [file]: text });
        const found = readAll([folder]);
        assert.deepEqual([typesOf(found), shown(found.reading.problems, folder)], [[], lines]);
      }));
  }

  it("names a stack without resources, whatever else is there", () =>
    inFolder((folder) => {
      writeFiles(folder, {
        "a.yaml": deployment,
        "b.json": '{"version": 3, "deployment": {}}',
        "c.json": '{"steps": []}',
      });
      assert.deepEqual(
        shown(readAll([folder]).reading.skipped, folder),
        ["b.json", "c.json"].map((file) => `${file} holds a stack without resources`),
      );
    }));

  const globs: [exclude: string[], left: string[], idle?: string[]][] = [
    [["a.yaml"], ["deep/a.yaml", "deep/er/b.json"]],
    [["deep"], ["a.yaml"]],
    [["deep/"], ["a.yaml"]],
    [["./deep/**"], ["a.yaml"]],
    [["**/a.yaml"], ["deep/er/b.json"]],
    [["*.json"], ["a.yaml", "deep/a.yaml", "deep/er/b.json"], ["*.json"]],
    [["**/*.{json,yml}"], ["a.yaml", "deep/a.yaml"]],
    [["deep/e?"], ["a.yaml", "deep/a.yaml"]],
    [["a.yaml", "deep/{a.yaml,er/{b,c}.json}"], []],
    [
      ["a+yaml", "[a].yaml"],
      ["a.yaml", "deep/a.yaml", "deep/er/b.json"],
      ["a+yaml", "[a].yaml"],
    ],
  ];
  it("is read where it is named itself, whatever is left out", () =>
    inFolder((folder) => {
      writeFiles(folder, { "a.yaml": deployment });
      const { manifests, reading: how } = readAll([join(folder, "a.yaml")], ["a.yaml", "**"]);
      assert.deepEqual([manifests.length, how.excluded, how.idle], [1, 0, ["a.yaml", "**"]]);
    }));

  for (const [exclude, left, idle = []] of globs) {
    it(`leaves out what ${exclude.join(" and ")} is`, () =>
      inFolder((folder) => {
        writeFiles(folder, {
          "a.yaml": deployment,
          "deep/a.yaml": deployment,
          "deep/er/b.json": '{"apiVersion": "v1", "kind": "Pod"}',
        });
        const { manifests, reading: how } = readAll([folder], exclude);
        const files = manifests.map(({ source }) => source.file.replace(`${folder}/`, ""));
        assert.deepEqual([files, how.files, how.excluded, how.idle], [left, left.length, 3 - left.length, idle]);
      }));
  }
});

/** A small text that stands for 9^6 values. */
function bomb(): string {
  const lines = ["a0: &a0 x"];
  for (let i = 1; i <= 6; i++)
    lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(", ")}]`);
  return `${lines.join("\n")}\nb: [*a6]\n`;
}

/** Remarks as lines, with the names of the files in the folder. */
function shown(remarks: readonly FileRemark[], folder: string): string[] {
  return remarks.map((remark) => remarkLine(remark).replaceAll(`${folder}/`, ""));
}

function typesOf({ stacks, manifests }: Found): string[] {
  return [...stacks.flatMap(({ resources: of }) => of), ...manifests].map(({ type }) => type);
}

function reading(file: string, text: string | Buffer, use: (found: Found, folder: string) => void): Promise<void> {
  return inFolder((folder) => {
    writeFileSync(join(folder, file), text);
    use(readAll([join(folder, file)]), folder);
  });
}
