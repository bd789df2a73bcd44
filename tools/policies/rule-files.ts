import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Fixtures } from "../../policy/core/fixture";
import type { Rule } from "../../policy/core/rule";

/** A rule with what shows that it works, by the file it is in. */
export interface RuleFile {
  /** `theme/name`. */
  path: string;
  rule: Rule;
  fixtures: Fixtures;
}

const folder = resolve(__dirname, "../../policy/rules");

/** Every rule file there is, in order of their paths. Names the file that has no rule, and the rule that has no fixtures. */
export function ruleFiles(): RuleFile[] {
  return rulePaths().map((path) => {
    const { rule }: { rule?: Rule } = require(join(folder, path));
    if (rule === undefined) throw new Error(`policy/rules/${path}.ts exports no rule`);
    if (!existsSync(join(folder, `${path}.fixtures.ts`)))
      throw new Error(`policy/rules/${path}.fixtures.ts is missing`);
    const { fixtures }: { fixtures?: Fixtures } = require(join(folder, `${path}.fixtures`));
    if (fixtures === undefined) throw new Error(`policy/rules/${path}.fixtures.ts exports no fixtures`);
    return { path, rule, fixtures };
  });
}

/** `theme/name` of every rule file. */
export function rulePaths(): string[] {
  const themes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = themes.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".fixtures.ts"))
      .map((file) => `${name}/${file.slice(0, -".ts".length)}`),
  );
  return paths.sort();
}
