import { writeFileSync } from "node:fs";
import type { Fixtures } from "./core/fixture";
import { levelOf } from "./core/levels";
import { type Rule, typesOf } from "./core/rule";
import { profiles } from "./protocol/profile";
import { rules } from "./rules";
import { fixtures } from "./rules/fixtures";

/** Writes what the rules say of themselves beside the pack, with an example of each kind: for `isotopo explain` and the like. */
function main(file: string): void {
  const described = rules.map((rule) => [rule.id, describe(rule, fixtures[rule.id])]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(described), undefined, 1)}\n`);
}

function describe(rule: Rule, examples: Fixtures | undefined) {
  const {
    title,
    severity,
    frameworks,
    why,
    fix,
    source,
    breaksBy,
    settings = [],
    companions = [],
    remedies = {},
  } = rule;
  return {
    title,
    severity,
    frameworks,
    why,
    fix,
    source,
    types: typesOf(rule),
    breaksBy,
    companions,
    levels: Object.fromEntries(profiles.map((profile) => [profile, levelOf(rule, profile)])),
    settings: settings.map(({ name, description, values }) => ({ name, description, values })),
    remedies: Object.fromEntries(
      Object.entries(remedies).map(([type, remedy]) => [
        type,
        typeof remedy === "function" ? "as its settings say" : remedy,
      ]),
    ),
    ...(examples === undefined ? {} : examplesOf(examples)),
  };
}

/** The first example of each kind. */
function examplesOf(examples: Fixtures) {
  if ("stacks" in examples) {
    const example = ({ name, resources, messages }: (typeof examples.stacks)[number]) => ({
      name,
      resources: resources.map(({ name: of, type, properties }) => ({ name: of, type, properties })),
      messages: Object.values(messages).flat(),
    });
    const fails = examples.stacks.find(({ messages }) => Object.keys(messages).length > 0);
    const passes = examples.stacks.find(({ messages }) => Object.keys(messages).length === 0);
    return { fails: fails && example(fails), passes: passes && example(passes) };
  }
  const [fails] = examples.fails;
  const passes = examples.passes.find(({ type }) => type === fails?.type) ?? examples.passes[0];
  return {
    fails: fails && { name: fails.name, resources: [resourceOf(fails)], messages: fails.messages },
    passes: passes && { name: passes.name, resources: [resourceOf(passes)], messages: [] },
  };
}

function resourceOf({ type, properties }: { type: string; properties: Readonly<Record<string, unknown>> }) {
  return { name: "example", type, properties };
}

main(process.argv[2] ?? "dist/rules.json");
