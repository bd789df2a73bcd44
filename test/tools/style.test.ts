import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "../support/project";

/** Folders of code; what is installed, built or written by commands is in none of them. */
const folders = readdirSync(projectDir).filter(
  (name) => !name.startsWith(".") && name !== "node_modules" && statSync(join(projectDir, name)).isDirectory(),
);
const files = folders.flatMap((folder) =>
  readdirSync(join(projectDir, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(".ts") && !/(?:^|[\\/])(?:node_modules|dist)[\\/]/.test(name)),
);

/** A file longer than this is looked at: it most likely has two concepts. */
const mostLines = 250;

/** Longer files, each a list of like things, by the reason. */
const longLists: Readonly<Record<string, string>> = {
  "infra/apps/anclora.ts": "the declaration of one application, all of it data",
  "policy/rules/encryption-in-transit/database.fixtures.ts": "the fixtures of one rule: a row for each type",
  "policy/rules/encryption-in-transit/load-balancer.fixtures.ts": "the fixtures of one rule: a row for each type",
  "policy/rules/fixtures.ts": "the fixtures of all rules, a line each",
  "policy/rules/index.ts": "all rules, a line each",
  "test/policy/pod-security/standard.ts": "the Pod Security Standards, control by control",
  "test/preview/compare/programs/aws.ts": "the compared programs on AWS, a row each",
  "test/preview/formats/markdown/comment/scenarios.ts": "the comments that are kept as files, a scenario each",
  "tools/claims/exclusions.ts": "types and properties that no claim is about, each with its reason",
};

const linesOf = (file: string) => readFileSync(join(projectDir, file), "utf8").trimEnd().split("\n").length;

describe("the code", () => {
  it(`has at most ${mostLines} lines a file, but for lists`, () => {
    const long = files.filter((file) => linesOf(file) > mostLines);
    assert.deepEqual(long.sort(), Object.keys(longLists).sort());
  });

  it("spreads no object literal into another one: that hides keys from readers and from the type checker", () => {
    assert.ok(files.length > 1000);
    const hidden = files.filter((file) => readFileSync(join(projectDir, file), "utf8").includes(`...${"{"}`));
    assert.deepEqual(hidden, []);
  });
});
