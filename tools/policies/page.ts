import type { Rule } from "../../policy/core/rule";
import { profiles } from "../../policy/protocol/profile";
import { kinds } from "../claims/kinds";
import { code, page, table } from "../markdown";
import { ruleFiles } from "./rule-files";

/** `docs/policies.md`: what every rule says of itself. */
export function policiesPage(): string {
  const files = ruleFiles();
  const silent = files.find(({ rule }) => !Object.hasOwn(rule, "breaksBy"));
  if (silent !== undefined) {
    const { path } = silent;
    const command = `node --import tsx tools/policies/write-breaks-by.ts ${path}`;
    throw new Error(`policy/rules/${path}.ts has no breaksBy, what breaks it; run: ${command}`);
  }
  const rules = files.map(({ rule }) => rule);
  return page(
    "# Policies",
    [
      "The rules of the pack in `policy/`, which any Pulumi program on AWS, Google Cloud, Azure and Kubernetes can",
      "be judged by. Policy config may set each one's level and settings; [its README](../policy/README.md) says how.",
      "",
      '"Breaks by" lists every type and property that a rule judges by. A property that is not in the list may be anything:',
      "the rule does not see it. Companions, which a resource is judged together with, are in the list too. Tests hold the list",
      "to what the rule's checks read (`test/policy/breaks-by.test.ts`).",
    ].join("\n"),
    "## What the rules claim",
    [
      "A test reads the pinned SDKs of AWS, Google Cloud, Azure and Kubernetes for properties whose names say that they can",
      "break a claim. Each such property of each type is in the list of a rule, or excluded with a reason in",
      "`tools/claims/exclusions.ts`. The kinds of claims that are looked for, with the names, are in",
      `\`tools/claims/kinds.ts\`: ${Object.keys(kinds).join("; ")}.`,
      "",
      "Types that are one thing under several names are judged alike: those of `tools/claims/families.ts`, and each alias in",
      "these SDKs. Where a rule judges one of them and not another, `tools/claims/exclusions-families.ts` says why.",
    ].join("\n"),
    "## Rules",
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
  const { id, title, severity, why, fix, source, frameworks } = rule;
  const controls = Object.entries(frameworks).map(([name, numbers]) => `${name}: ${numbers.join(", ")}`);
  return [
    `## ${id}`,
    title,
    [
      `- Severity: ${severity}`,
      `- Why: ${why}`,
      `- Fix: ${fix}`,
      `- Frameworks: ${controls.join("; ")}`,
      `- Breaks by:\n${breaksOf(rule)}`,
      `- Source: <${source}>`,
    ].join("\n"),
  ].join("\n\n");
}

/** The types with their properties; types of the same properties together. */
function breaksOf({ breaksBy }: Rule): string {
  const byList = new Map<string, string[]>();
  for (const [type, paths] of Object.entries(breaksBy)) {
    const words = paths.length === 0 ? "that there is one, or none" : paths.map(code).join(", ");
    byList.set(words, [...(byList.get(words) ?? []), type]);
  }
  return [...byList].map(([words, types]) => `  - ${types.map(code).join(", ")}: ${words}`).join("\n");
}
