import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describedPart } from "../../../preview/description/description";
import { PreviewError } from "../../../preview/model/errors";
import { findProject } from "../../../preview/project/project";
import { projectDir } from "../../support/project";
import { inFolder } from "../programs";

const parts = ["columns", "topology", "comparison"] as const;
const target = { name: "north", title: "North", services: {}, options: {} };
const keys = { application: "app", environment: "environment", target: "cloud" };

/** What a module exports, as text, and the messages that follow; none where it is right. */
const modules: [name: string, text: string, messages: readonly string[]][] = [
  ["nothing", "", []],
  ["columns alone", 'exports.columns = ["app"];', []],
  ["everything", `module.exports = ${JSON.stringify({ comparison: { keys, targets: [target], options: [] } })};`, []],
  ["another word", 'exports.colums = ["app"];', ['colums is no part of a description: did you mean "columns"?']],
  [
    "two mistakes",
    'module.exports = { columns: "app", topology: { type: "a:b:C" } };',
    ["columns: required: a list of texts", "topology.values: Invalid input: expected string, received undefined"],
  ],
];

describe("what a project says of itself", () => {
  for (const [name, text, messages] of modules) {
    it(`is read and checked: ${name}`, () =>
      described("./isotopo.cjs", text, (folder) => {
        const module = join(folder, "isotopo.cjs");
        const told = messages.map((message) => `${module}: ${message}`).join("\n");
        assert.equal(mistake(folder), told);
      }));
  }

  it("is read as the documentation shows it", () => {
    const page = readFileSync(join(projectDir, "docs/describing-a-project.md"), "utf8");
    const [, text = ""] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? [];
    return described("./isotopo.cjs", text, (folder) => {
      for (const part of parts) assert.ok(describedPart(findProject(folder), part) !== undefined, part);
    });
  });

  it("may be missing", () =>
    described(undefined, "", (folder) => assert.equal(describedPart(findProject(folder), "columns"), undefined)));

  it("is told where it is named and not there, or not named by a path", async () => {
    await described("./other.cjs", "", (folder) =>
      assert.equal(
        mistake(folder),
        `${join(folder, "package.json")}: isotopo is "./other.cjs", and ${join(folder, "other.cjs")} is not there`,
      ),
    );
    await described({ columns: [] }, "", (folder) =>
      assert.equal(
        mistake(folder),
        `${join(folder, "package.json")}: isotopo is {"columns":[]}; required: the path of a module`,
      ),
    );
  });

  it("is told where it can't be loaded", () =>
    described("./isotopo.cjs", 'throw new Error("no such table");', (folder) =>
      assert.equal(
        mistake(folder),
        `${join(folder, "isotopo.cjs")}, which describes the project, can't be loaded: no such table`,
      ),
    ));

  it("is there for this project, with a column for each target", () => {
    const project = findProject(projectDir);
    for (const part of parts) assert.ok(describedPart(project, part) !== undefined, part);
    assert.ok((describedPart(project, "comparison")?.targets.length ?? 0) > 0);
  });
});

/** Runs with a project whose package.json names this module. */
function described(isotopo: unknown, text: string, use: (folder: string) => void): Promise<void> {
  return inFolder((folder) => {
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "shop", isotopo }));
    writeFileSync(join(folder, "isotopo.cjs"), text);
    use(folder);
  });
}

/** The messages for the project's author about any part; empty if there are none. */
function mistake(folder: string): string {
  const messages = parts.flatMap((part) => {
    try {
      describedPart(findProject(folder), part);
      return [];
    } catch (error) {
      assert.ok(error instanceof PreviewError, String(error));
      return [error.message];
    }
  });
  return [...new Set(messages)].join("\n");
}
