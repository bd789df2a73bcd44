import { profiles } from "../../policy/core/profile";
import { type Rule, typesOf } from "../../policy/core/rule";
import { code, page, table } from "../markdown";
import { ruleFiles } from "./rule-files";

/** `docs/policies.md`: what every rule says of itself. */
export function policiesPage(): string {
  const rules = ruleFiles().map(({ rule }) => rule);
  return page(
    "# Policies",
    [
      "The rules of the pack in `policy/`, which any Pulumi program on AWS, Google Cloud, Azure and Kubernetes can",
      "be judged by. Policy config may set each one's level and settings; [its README](../policy/README.md) says how.",
    ].join("\n"),
    table(
      ["rule", "severity", "what holds"],
      rules.map(({ id, severity, title }) => [`[${code(id)}](#${id})`, severity, title]),
    ),
    "## Settings",
    [
      "Policy config may set these for a rule. Where it does not, the end of the stack's name chooses (`shop-dev`); any other",
      "stack is judged as production. `policy/environments/` has each column as a file for `--policy-pack-config`.",
    ].join("\n"),
    table(["setting", "dev", "staging", "prod"], settingRows(rules)),
    ...rules.map(section),
  );
}

function settingRows(rules: readonly Rule[]): string[][] {
  return rules.flatMap(({ id, settings = [] }) =>
    settings.map(({ name, values }) => [
      code(`${id}.${name}`),
      ...profiles.map((profile) => JSON.stringify(values[profile])),
    ]),
  );
}

function section(rule: Rule): string {
  const { id, title, severity, why, mend, source, frameworks } = rule;
  const controls = Object.entries(frameworks).map(([name, numbers]) => `${name}: ${numbers.join(", ")}`);
  return [
    `## ${id}`,
    title,
    [
      `- Severity: ${severity}`,
      `- Why: ${why}`,
      `- Mend: ${mend}`,
      `- Frameworks: ${controls.join("; ")}`,
      `- Looks at: ${[...typesOf(rule)].sort().map(code).join(", ")}`,
      `- Source: <${source}>`,
    ].join("\n"),
  ].join("\n\n");
}
