import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProject } from "../../../preview/project/project";
import { readStack, stackNames } from "../../../preview/project/stacks";
import { inFolder } from "../programs";

function inProject(
  files: Record<string, string>,
  use: (project: ReturnType<typeof findProject>) => void,
): Promise<void> {
  return inFolder((folder) => {
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    for (const [stack, text] of Object.entries(files)) writeFileSync(join(folder, `Pulumi.${stack}.yaml`), text);
    use(findProject(folder));
  });
}

describe("stack files", () => {
  const configs: [
    what: string,
    yaml: string,
    values: Record<string, string>,
    secretKeys?: string[],
    secretTexts?: string[],
  ][] = [
    ["no config", "", {}],
    ["a key of the project's own", "a: text", { "shop:a": "text" }],
    ["a key of a provider", "aws:region: eu-west-1", { "aws:region": "eu-west-1" }],
    ["numbers and booleans", "{ a: 3, b: true, c: 0.5 }", { "shop:a": "3", "shop:b": "true", "shop:c": "0.5" }],
    ["lists and objects", "a: [1, { b: c }]", { "shop:a": '[1,{"b":"c"}]' }],
    ["a secret", "a: { secure: v1:x }", { "shop:a": "encrypted-shop-a" }, ["shop:a"], ["encrypted-shop-a"]],
    [
      "a secret in an object",
      "a: { b: [{ secure: v1:x }, open] }",
      { "shop:a": '{"b":["encrypted-shop-a-b-0","open"]}' },
      ["shop:a"],
      ["encrypted-shop-a-b-0"],
    ],
    ["nothing", "{ a: , b: null, c: ~ }", { "shop:a": "", "shop:b": "", "shop:c": "" }],
    ["nothing in an object", "a: { b: null }", { "shop:a": '{"b":null}' }],
    [
      "whole numbers in other forms",
      "{ a: 0123, b: 1_000, c: 0x1F }",
      { "shop:a": "83", "shop:b": "1000", "shop:c": "31" },
    ],
    [
      "whole numbers beyond those of a double",
      "{ a: 12345678901234567890, b: [9007199254740993] }",
      { "shop:a": "12345678901234567890", "shop:b": "[9007199254740993]" },
    ],
    ["other numbers", "{ a: 1.50, b: 1e3 }", { "shop:a": "1.5", "shop:b": "1000" }],
    [
      "times",
      "{ a: 2024-01-02, b: 2024-01-02T03:04:05.60Z, c: 2024-01-02T03:04:05+02:00 }",
      {
        "shop:a": "2024-01-02 00:00:00 +0000 UTC",
        "shop:b": "2024-01-02 03:04:05.6 +0000 UTC",
        "shop:c": "2024-01-02 03:04:05 +0200 +0200",
      },
    ],
    [
      "words that are no booleans",
      "{ a: yes, b: off, c: True }",
      { "shop:a": "yes", "shop:b": "off", "shop:c": "true" },
    ],
    ["a key in the older form", "aws:config:region: eu-west-1", { "aws:region": "eu-west-1" }],
    ["a setting that is called secure", "a: { secure: true }", { "shop:a": '{"secure":true}' }],
  ];
  for (const [what, yaml, values, secretKeys = [], secretTexts = []] of configs) {
    it(what, () =>
      inProject({ dev: yaml === "" ? "" : `config:\n  ${yaml}\n`.replace(/ {2}\{(.*)\}\n$/, "  {$1}\n") }, (project) =>
        assert.deepEqual(readStack(project, "dev"), { values, secretKeys, secretTexts }),
      ),
    );
  }

  it("are listed by name, sorted", () =>
    inProject({ prod: "", dev: "", "a.b": "" }, (project) =>
      assert.deepEqual(stackNames(project), ["a.b", "dev", "prod"]),
    ));

  it("a key that is none is refused", () =>
    inProject({ dev: "config:\n  a:b:c: 1\n  d:e:f: 2\n" }, (project) => {
      const [path, words] = [`${project.rootDir}/Pulumi.dev.yaml`, "is no key; required: <key>, or <namespace>:<key>"];
      const message = ["a:b:c", "d:e:f"].map((key) => `${path}: config "${key}" ${words}`).join("\n");
      assert.throws(() => readStack(project, "dev"), { name: "PreviewError", message });
    }));

  it("a mistake in one is told with its line", () =>
    inProject({ dev: "config:\n  a: 1\n  a: 2\n" }, (project) => {
      const message = `${project.rootDir}/Pulumi.dev.yaml:3:3: a mapping has a key twice`;
      assert.throws(() => readStack(project, "dev"), { name: "PreviewError", message });
    }));

  it("one that is missing is told with the nearest name, or with all", () =>
    inProject({ dev: "", prod: "" }, (project) => {
      const missing = (stack: string, hint: string) => {
        const message = `stack "${stack}" is not in ${project.rootDir}: ${hint}`;
        assert.throws(() => readStack(project, stack), { message });
      };
      missing("porod", 'did you mean "prod"?');
      missing("something-else", "there are: dev, prod");
    }));

  it("a stack needs none where no stack has one, as for Pulumi", () =>
    inProject({}, (project) =>
      assert.deepEqual(readStack(project, "dev"), { values: {}, secretKeys: [], secretTexts: [] }),
    ));
});
