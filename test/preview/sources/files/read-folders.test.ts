import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { readAll } from "../../../../preview/sources/files/read";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";
import { deployment, notRead, shown, typesOf } from "./reading";

describe("what `check` reads", () => {
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
        `values.yaml:1 ${notRead}`,
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
