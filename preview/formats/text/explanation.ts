import { stringify } from "yaml";
import type { PolicyFacts } from "../../engine/policy-config";

/** A program that a rule's page shows. */
interface Example {
  name: string;
  resources: readonly { name: string; type: string; properties: object }[];
  messages: readonly string[];
}

/** A rule in a pack's `rules.json`. */
export interface RuleDescription {
  why: string;
  types: readonly string[];
  companions: readonly string[];
  /** By type, the properties that the rule reads; an empty list if only the type's presence counts. */
  breaksBy?: Readonly<Record<string, readonly string[]>>;
  levels: Readonly<Record<string, string>>;
  settings: readonly { name: string; description: string; values: Readonly<Record<string, unknown>> }[];
  remedies: Readonly<Record<string, object | string>>;
  fails?: Example;
  passes?: Example;
}

/** Explains a rule: its reason, an example that fails, an example that passes, the fix. */
export function explanation(policy: PolicyFacts, described: RuleDescription | undefined): string {
  const { name, title, severity, fix, source, tags } = policy;
  const sections = [
    `${name} (${severity})\n${title}`,
    ...(described === undefined ? [] : [`Why\n  ${described.why}`]),
    ...(described?.fails === undefined ? [] : [`Fails: ${example(described.fails)}`]),
    ...(described?.passes === undefined ? [] : [`Passes: ${example(described.passes)}`]),
    `Fix\n  ${fix}`,
    ...(described === undefined ? [] : [`Enforced\n${levels(described)}`]),
    ...(described === undefined || described.settings.length === 0 ? [] : [`Settings\n${settings(described)}`]),
    ...(described === undefined ? [] : [`Looks at\n${list([...described.types, ...described.companions])}`]),
    ...(described?.breaksBy === undefined ? [] : [`Breaks by\n${breaks(described.breaksBy)}`]),
    ...(Object.keys(described?.remedies ?? {}).length === 0
      ? []
      : [`Remedies, where policy config sets the level "remediate"\n${indented(stringify(described?.remedies), 2)}`]),
    ...(tags.length === 0 ? [] : [`Asked for by\n${list(tags)}`]),
    ...(source === "" ? [] : [`Source\n  ${source}`]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function example({ name, resources, messages }: Example): string {
  const programs = resources.map(({ name: of, type, properties }) => stringify({ [of]: { type, properties } }));
  const lines = messages.map((message) => `  → ${message}`);
  return [name, ...programs.map((program) => indented(program, 4)), ...lines].join("\n");
}

function levels({ levels: by }: RuleDescription): string {
  return list(Object.entries(by).map(([profile, level]) => `${profile}: ${level}`));
}

function settings({ settings: all }: RuleDescription): string {
  return list(
    all.map(({ name, description, values }) => {
      const words = Object.entries(values).map(([profile, value]) => `${profile} ${JSON.stringify(value)}`);
      return `${name}: ${description} (${words.join(", ")})`;
    }),
  );
}

function breaks(by: Readonly<Record<string, readonly string[]>>): string {
  return list(
    Object.entries(by).map(([type, paths]) =>
      paths.length === 0 ? `${type} (that there is one, or none)` : `${type}: ${paths.join(", ")}`,
    ),
  );
}

function list(items: readonly string[]): string {
  return items.map((item) => `  ${item}`).join("\n");
}

function indented(text: string, by: number): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `${" ".repeat(by)}${line}`)
    .join("\n");
}
