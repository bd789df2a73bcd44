import { type Rule, typesOf } from "../../policy/core/rule";
import dev from "../../policy/environments/dev.json";
import prod from "../../policy/environments/prod.json";
import staging from "../../policy/environments/staging.json";
import { rules } from "../../policy/rules";
import { code, page, table } from "../markdown";

/** `docs/policies.md`: what every rule says of itself. */
export function policiesPage(): string {
  return page(
    "# Policies",
    [
      "The rules of the pack in `policy/`, which any Pulumi program on AWS or Kubernetes can be judged by. Each is mandatory",
      "unless policy config says otherwise. A value that only the cloud knows is judged when it is known, in the update.",
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
    table(["setting", "dev", "staging", "prod"], settingRows()),
    ...rules.map(section),
  );
}

function settingRows(): string[][] {
  const columns: Record<string, Record<string, unknown>>[] = [dev, staging, prod];
  return rules.flatMap(({ id, settings = [] }) =>
    settings.map((setting) => [code(`${id}.${setting}`), ...columns.map((column) => String(column[id]?.[setting]))]),
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
