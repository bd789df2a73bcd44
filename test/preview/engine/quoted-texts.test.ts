import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Composer, type ErrorCode, Parser } from "yaml";
import { costsOf } from "../../../preview/commands/costs";
import { readPolicyConfig } from "../../../preview/commands/policy-options";
import { rulesIn } from "../../../preview/commands/rules-file";
import { packSummary } from "../../../preview/engine/analyzer-answers";
import { packManifest } from "../../../preview/engine/pack-manifest";
import { formatNames, formats } from "../../../preview/formats/registry";
import { plainText } from "../../../preview/formats/shared/terminal";
import { PreviewError } from "../../../preview/model/errors";
import { yamlWords } from "../../../preview/model/yaml-words";
import { findProject, readYaml } from "../../../preview/project/project";
import { readPlans, readPreviews } from "../../../preview/sources/document";
import { readAll } from "../../../preview/sources/files/read";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";

/** It is in each broken text; a parser quotes ten characters at least. */
const marker = "hunt3r";
const M = marker;

/** Texts that are no YAML, or are told of, by what is wrong. */
const yamlForms: Readonly<Record<string, string>> = {
  "an alias with an anchor": `a: &x 1\nb: &${M} *x\n`,
  "an alias without a name": `a: *\nb: ${M}\n`,
  "an alias of nothing": `password: *${M}\n`,
  "an anchor that ends in a colon": `a: &${M}: 1\n`,
  "an anchor with other characters": `a: &${M}~ 1\n`,
  "an anchor in itself": `a: &${M}\n  b: *${M}\n`,
  "a strange escape": `a: "\\q${M}"\n`,
  "a strange escape of a number": `a: "\\x${M}"\n`,
  "an item too far to the left": `a:\n    - 1\n  - ${M}\n`,
  "an anchor before an item's sign": `&${M} - a\n`,
  "an anchor before a key's sign": `&${M} ? a\n: b\n`,
  "a list of lines in braces": `{a: - ${M}}\n`,
  "a reserved character": `password: @${M}\n`,
  "a backtick": `password: \`${M}\n`,
  "a percent sign": `password: %${M}\n`,
  "a mapping behind a key": `a: ${M}: 1\n`,
  "a list behind a key": `a: - ${M}\n`,
  "lines of a list in brackets": `a: [\n- ${M}\n]\n`,
  "a long key": `${M.repeat(200)}: 1\n`,
  "an open quote": `a: "${M}\n`,
  "an open apostrophe": `a: '${M}\n`,
  "an open bracket": `a: [1\n${M}: 2\n`,
  "an open brace": `{a: 1, ${M}: {\n`,
  "a missing comma": `a: ["1" "${M}"]\n`,
  "a template": `a: 1\n{{ .${M} }}\n`,
  "a key without a value": `a: 1\n${M}\n`,
  "a key on two lines": `a: 1\nb\n  ${M}: 2\n`,
  "a quoted key on two lines": `a: 1\n"b\n  ${M}": 2\n`,
  "two anchors": `a: &${M} &y 1\n`,
  "two tags": `a: !${M} !y 1\n`,
  "a tab": `a:\n\t${M}: 1\n`,
  "an open tag": `a: !<${M} 1\n`,
  "a tag of no handle": `a: !e!${M} 1\n`,
  "a block's head with more": `a: >${M}\n`,
  "a literal's head with more": `a: |${M}\n  b\n`,
  "a closing bracket": `a: ]${M}\n`,
  "an empty item": `a: [,${M}]\n`,
  "text behind a quoted one": `a: "b" ${M}\n`,
  "a key twice": `${M}: 1\n${M}: 2\n`,
  "a key twice in braces": `{a: 1, ${M}: 1, ${M}: 2}\n`,
  "a list as a key": `? [${M}]\n: 1\n`,
  "a mapping as a key": `? {${M}: 1}\n: 1\n`,
  "a merge of a text": `<<: ${M}\n`,
  "words behind ---": `a: 1\n--- ${M}\nb: 1\n`,
  "a control character": `a: ${M}\u0007\n`,
  ...Object.fromEntries(
    ["int", "float", "bool", "null", "timestamp", "binary"].map((tag) => [`no !!${tag}`, `a: !!${tag} 12${M}\n`]),
  ),
  "a directive": `%${M} x\n---\na: 1\n`,
  "a version": `%YAML ${M}\n---\na: 1\n`,
  "a prose": `${M}\n`,
};

/** Texts that are no JSON, or are told of. */
const jsonForms: Readonly<Record<string, string>> = {
  "a word without quotes": `{"password": ${M}}`,
  "a word behind digits": `{"password": 12${M}}`,
  "other quotes": `{"password": '${M}'}`,
  "an open text": `{"password": "${M}`,
  "an open object": `{"password": "${M}"`,
  "more behind the end": `{"password": "a"} ${M}`,
  "a comma too many": `{"password": "${M}",}`,
  "a strange escape": `{"password": "\\q${M}"}`,
  "a line end in a text": `{"password": "${M}\n"}`,
  "a key twice": `{"apiVersion": "v1", "kind": "Pod", "${M}": 1, "${M}": 2}`,
  "a list": `["${M}"]`,
  "a text": `"${M}"`,
  "another object": `{"${M}": "${M}"}`,
  "a comment": `// ${M}\n{}`,
};

const forms = [...Object.entries(yamlForms), ...Object.entries(jsonForms)];

/** All that reads a text of the user's or of a pack's, with the files that it is in. */
const readers: Readonly<Record<string, (text: string, folder: string) => unknown>> = {
  "Pulumi.yaml": (text, folder) => {
    writeFiles(folder, { "Pulumi.yaml": text });
    return findProject(folder).name;
  },
  "a stack's file": (text, folder) => {
    writeFiles(folder, { "Pulumi.dev.yaml": text });
    return readYaml(join(folder, "Pulumi.dev.yaml"));
  },
  "a pack's manifest": (text, folder) => {
    writeFiles(folder, { "PulumiPolicy.yaml": text });
    return packManifest(folder);
  },
  "a pack's rules": (text, folder) => {
    writeFiles(folder, { "dist/rules.json": text });
    return rulesIn(folder);
  },
  "a pack's summary": (text) => packSummary(text, "strangers", ""),
  "policy config": (text, folder) => {
    writeFiles(folder, { "policy.json": text });
    return readPolicyConfig(join(folder, "policy.json"));
  },
  "what stacks cost": (text, folder) => {
    writeFiles(folder, { "costs.json": text });
    return costsOf(join(folder, "costs.json"), []);
  },
  "a preview": (text) => readPreviews(text, "preview.json"),
  "a base": (text) => readPlans(text, "base.json"),
};

/** Keys are what a mistake in these is about: they are names, and are told. */
const namesKeys: readonly string[] = ["what stacks cost", "policy config"];

describe("What is said of a broken text", () => {
  for (const [reader, read] of Object.entries(readers)) {
    for (const [form, text] of forms) {
      if (namesKeys.includes(reader) && form === "another object") continue;
      it(`by the reader of ${reader}, of ${form}, quotes nothing of it`, () =>
        inFolder((folder) => {
          try {
            read(text, folder);
          } catch (error) {
            assert.ok(error instanceof PreviewError, String(error));
            assert.ok(!error.message.includes(marker), error.message);
          }
        }));
    }
  }

  for (const name of ["a.yaml", "a.json", "a.txt"]) {
    for (const [form, text] of forms) {
      it(`by check, of ${form} in ${name}, quotes nothing of it in any report`, () =>
        inFolder(async (folder) => {
          const file = join(folder, name);
          writeFileSync(file, text);
          const { reading } = readAll([file]);
          assert.ok(reading.problems.length + reading.warnings.length > 0, "it is told of");
          const terms = { text: plainText, base: folder, reading };
          for (const format of formatNames) {
            assert.ok(!formats[format].judged([], terms).includes(marker), formats[format].judged([], terms));
          }
        }));
    }
  }

  it("is said in words for each mistake that the parser knows", () => {
    // None of these is in a text that kubectl would be given: one document, no types, doubled keys allowed.
    const unmet: ErrorCode[] = [
      ...(["BAD_COLLECTION_TYPE", "DUPLICATE_KEY", "IMPOSSIBLE", "MULTIPLE_DOCS"] as const),
      ...(["NON_STRING_KEY", "RESOURCE_EXHAUSTION"] as const),
    ];
    const met = new Set(
      Object.values(yamlForms).flatMap((text) => {
        const composer = new Composer({ version: "1.1", schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
        const [document] = composer.compose(new Parser().parse(text), true, text.length);
        return document?.errors.map(({ code }) => code) ?? [];
      }),
    );
    assert.deepEqual([...met, ...unmet].sort(), Object.keys(yamlWords).sort());
  });
});
