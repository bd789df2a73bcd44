import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProject } from "../../../preview/project/project";
import { readCheckedStack, readStack } from "../../../preview/project/stacks";
import { inFolder } from "../programs";

/** A project whose `config` and whose stack's `config` have these lines; undefined is a stack without a file. */
function inProject(
  [declared, stack]: [declared: string, stack: string | undefined],
  use: (folder: string) => void,
): Promise<void> {
  const below = (text: string) => (text === "" ? "" : `config:\n${text.replace(/^/gm, "  ")}\n`);
  return inFolder((folder) => {
    writeFileSync(join(folder, "Pulumi.yaml"), `name: shop\nruntime: nodejs\n${below(declared)}`);
    if (stack !== undefined) writeFileSync(join(folder, "Pulumi.dev.yaml"), below(stack));
    use(folder);
  });
}

describe("config of the project", () => {
  const given: [what: string, declared: string, stack: string | undefined, values: Record<string, string>][] = [
    ["a default", "size: { default: small }", "", { "shop:size": "small" }],
    ["the stack's own before a default", "size: { default: small }", "size: large", { "shop:size": "large" }],
    ["a value", "shop:size: { value: 5 }", "", { "shop:size": "5" }],
    [
      "short forms",
      "a: x\nb: 3\nc: true\nd: [1, x]",
      "",
      { "shop:a": "x", "shop:b": "3", "shop:c": "true", "shop:d": '[1,"x"]' },
    ],
    ["a setting of a provider", "aws:region: eu-west-9", "", { "aws:region": "eu-west-9" }],
    [
      "a value of a provider",
      "aws:region: { value: eu-west-9 }",
      "aws:region: us-east-1",
      { "aws:region": "us-east-1" },
    ],
    ["a path", "sizes.web: { default: 2 }", "sizes: { db: 3 }", { "shop:sizes": '{"db":3,"web":2}' }],
    [
      "a declaration without a value",
      "note: { description: optional words, default: null }\nother: x",
      "note: y",
      { "shop:note": "y", "shop:other": "x" },
    ],
    ["a stack without a file", "size: small", undefined, { "shop:size": "small" }],
    ["a folder in the place of declarations", "", "a: 1", { "shop:a": "1" }],
  ];
  for (const [what, declared, stack, values] of given) {
    it(what, () =>
      inProject([declared, stack], (folder) => {
        assert.deepEqual(readCheckedStack(findProject(folder), "dev").values, values);
      }),
    );
  }

  const typed: [type: string, right: string[], wrong: string[]][] = [
    ["string", ["x", "5", '"5"'], ["[x]", "{ a: b }"]],
    ["integer", ["5", '"5"', "-5"], ["x", "5.5", "true", "[5]"]],
    ["boolean", ["true", '"false"'], ["yes", "1"]],
    ["object", ["{ a: b }"], ["x", "[a]"]],
    ["array, items: { type: integer }", ["[]", '[1, "2"]'], ["x", "[x]", "[1.5]", "{ a: 1 }"]],
    ["array, items: { type: array, items: { type: string } }", ["[[x]]"], ["[x]", "[[1]]"]],
  ];
  for (const [type, right, wrong] of typed) {
    for (const [value, fits] of [
      ...right.map((one) => [one, true] as const),
      ...wrong.map((one) => [one, false] as const),
    ]) {
      it(`${value} is ${fits ? "" : "not "}of type ${type}`, () =>
        inProject([`a: { type: ${type} }`, `a: ${value}`], (folder) => {
          const read = () => readCheckedStack(findProject(folder), "dev");
          if (fits) read();
          else assert.throws(read, /Pulumi\.dev\.yaml: a is not of the type that the project declares: /);
          readStack(findProject(folder), "dev");
        }));
    }
  }

  it("all mistakes of a stack are told at once", () =>
    inProject(
      [
        "needed: { type: string }\nkey: { type: string, secret: true }\nhidden: { secret: true }\ncount: { type: integer }",
        "key: open\ncount: many",
      ],
      (folder) => {
        const at = `${folder}/Pulumi.dev.yaml:`;
        assert.throws(() => readCheckedStack(findProject(folder), "dev"), {
          name: "PreviewError",
          message: [
            `${at} needed is missing, and the project has no default; \`pulumi config set needed <value>\` sets it`,
            `${at} key must be encrypted: the project declares it secret; \`pulumi config set --secret key <value>\` does`,
            `${at} hidden is missing, and the project has no default; \`pulumi config set --secret hidden <value>\` sets it`,
            `${at} count is not of the type that the project declares: integer`,
          ].join("\n"),
        });
      },
    ));

  it("what is encrypted fits any type", () =>
    inProject(["key: { type: integer, secret: true }", "key: { secure: v1:x }"], (folder) => {
      const { values } = readCheckedStack(findProject(folder), "dev");
      assert.deepEqual(values, { "shop:key": "encrypted-shop-key" });
    }));

  const mistakes: [declared: string, words: string][] = [
    ["a: { default: 1, value: 2 }", "has both a default and a value; allowed: one of them"],
    ["a: { type: number }", "is of a type that Pulumi does not have; allowed: string, integer, boolean, array, object"],
    ["a: { type: array }", "is a list of unknown elements; required: items, with their type"],
    ["a: { type: integer, default: x }", "has a default that is not of its type; required: integer"],
    ["a: { optional: true }", "has optional; allowed: type, description, items, default, value, secret"],
    ["a: 1.5", "is neither a text, a whole number, a boolean, a list nor a declaration"],
    ['"aws:a": { type: string, value: x }', "has a type; allowed for keys of the project only"],
    ['"aws:a": { default: x }', "has a default; required for a key of another namespace: value"],
    ['"aws:a": { description: x }', "has no value; required for a key of another namespace"],
    ['"a:b:c": 1', "is no key; required: <key>, or <namespace>:<key>"],
  ];
  for (const [declared, words] of mistakes) {
    it(`a declaration that ${words.split(";")[0]}`, () =>
      inProject([declared, ""], (folder) => {
        const key = declared.startsWith('"') ? declared.split('"')[1] : "a";
        assert.throws(() => findProject(folder), {
          name: "PreviewError",
          message: `${folder}/Pulumi.yaml: config ${JSON.stringify(key)} ${words}`,
        });
      }));
  }
});
