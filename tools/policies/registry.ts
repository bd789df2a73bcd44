import { levelOf } from "../../policy/core/levels";
import type { Profile } from "../../policy/protocol/profile";
import { ruleFiles, rulePaths } from "./rule-files";

/** `policy/rules/index.ts`: every rule file. */
export function registry(): string {
  const paths = rulePaths();
  const imports = paths.map((path) => [
    path,
    camelCase(path),
    `import { rule as ${camelCase(path)} } from "./${path}";`,
  ]);
  return [
    "// Made by tools/generate.ts; do not edit.",
    'import type { Rule } from "../core/rule";',
    ...imports.map(([, , line]) => line),
    "",
    "/** Every rule of the pack. */",
    "export const rules: readonly Rule[] = [",
    ...imports.map(([, name]) => `  ${name},`),
    "];",
    "",
  ].join("\n");
}

/** `policy/rules/fixtures.ts`: what shows that each rule works, for the examples that the pack tells. */
export function fixtureRegistry(): string {
  const paths = rulePaths();
  return [
    "// Made by tools/generate.ts; do not edit.",
    'import type { Fixtures } from "../core/fixture";',
    ...paths.map((path) => `import { fixtures as ${camelCase(path)} } from "./${path}.fixtures";`),
    "",
    "/** The fixtures of every rule, by its id. */",
    "export const fixtures: Readonly<Record<string, Fixtures>> = {",
    ...paths.map((path) => `  "${path.replace("/", "-")}": ${camelCase(path)},`),
    "};",
    "",
  ].join("\n");
}

/** `policy/environments/<profile>.json`: a profile as policy config, for a stack whose name does not tell it. */
export function environment(profile: Profile): string {
  const config = ruleFiles().map(({ rule }) => [
    rule.id,
    {
      enforcementLevel: levelOf(rule, profile),
      ...Object.fromEntries((rule.settings ?? []).map(({ name, values }) => [name, values[profile]])),
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(config), undefined, 2)}\n`;
}

function camelCase(path: string): string {
  return path.replace(/[-/](.)/g, (_, letter: string) => letter.toUpperCase());
}
