import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseExemptions } from "../../policy/core/exemptions-file";
import { judge } from "../../policy/core/judge";
import type { Rule } from "../../policy/core/rule";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { rules } from "../../policy/rules";
import { startPack } from "../policy/pack";
import { run } from "../support/command";
import { projectDir } from "../support/project";
import { copyOfProject } from "../support/project-copy";

const page = readFileSync(join(projectDir, "policy/README.md"), "utf8");

function block(language: string): string {
  const [, content] = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page) ?? [];
  assert.ok(content !== undefined, `policy/README.md has a block of ${language}`);
  return content;
}

describe("the policy pack's README", () => {
  it("shows policy config that the pack takes", async () => {
    const { server, stop } = await startPack("shop-prod");
    try {
      await server.configure(JSON.parse(block("json")));
    } finally {
      stop();
    }
  });

  it("shows exemptions that are read", () => {
    const ids = new Set(rules.map(({ id }) => id));
    assert.equal(parseExemptions(block("yaml"), "exemptions.yaml", ids).length, 2);
  });

  it("shows a rule that works where it says, and whose missing fixtures are named", async () => {
    const copy = copyOfProject();
    try {
      const path = join(copy.dir, "policy/rules/logging/trail-integrity.ts");
      writeFileSync(path, block("ts"));
      const { rule }: { rule: Rule } = require(path);
      const subject = subjectOf({
        type: "aws:cloudtrail/trail:Trail",
        name: "t",
        urn: "t",
        properties: {},
        protect: false,
      });
      assert.deepEqual(
        judge(rule, subject, termsOf(rule, "prod", {})).findings.map(({ path: of, required }) => [of, required]),
        [["enableLogFileValidation", "true"]],
      );
      const generate = () => run(process.execPath, ["--import", "tsx", "tools/generate.ts"], { cwd: copy.dir });
      assert.match((await generate()).stderr, /policy\/rules\/logging\/trail-integrity\.fixtures\.ts is missing/);
      writeFileSync(path.replace(".ts", ".fixtures.ts"), "export const fixtures = { passes: [], fails: [] };\n");
      assert.equal((await generate()).code, 0);
      const registry = readFileSync(join(copy.dir, "policy/rules/index.ts"), "utf8");
      assert.ok(registry.includes('"./logging/trail-integrity"'));
      assert.ok(readFileSync(join(copy.dir, "docs/policies.md"), "utf8").includes("logging-trail-integrity"));
    } finally {
      copy.remove();
    }
  });
});
