import assert from "node:assert/strict";
import type { ResourceFixtures } from "../../policy/core/fixture";
import { ruleFiles } from "../../tools/policies/rule-files";
import { messagesFor } from "./judged";
import { wire } from "./variants";

/**
 * Types with documents that the provider decodes with Go's `encoding/json`, where names count in any letters
 * (terraform-provider-aws, `expandContainerDefinitions`, `expandContainerProperties`; Go's documentation, `Unmarshal`).
 */
const decoded = ["aws:ecs/taskDefinition:TaskDefinition", "aws:batch/jobDefinition:JobDefinition"];

describe("documents of containers", () => {
  for (const { rule, fixtures } of ruleFiles()) {
    if ("stacks" in fixtures) continue;
    for (const [kind, list] of ofDecoded(fixtures)) {
      for (const { name, type, properties, settings, messages } of list) {
        it(`are judged the same in any letters by ${rule.id}: ${type}: ${name} ${kind}`, () => {
          for (const changed of [inCapitals(properties), twice(properties)]) {
            const found = messagesFor(rule, { type, properties: changed }, wire(changed), settings);
            assert.deepEqual(found.map(small), messages.map(small), JSON.stringify(changed));
          }
        });
      }
    }
  }
});

function ofDecoded({ passes, fails }: ResourceFixtures) {
  const isDecoded = ({ type, properties }: { type: string; properties: Readonly<Record<string, unknown>> }) =>
    decoded.includes(type) && Object.values(properties).some((value) => documentIn(value) !== undefined);
  return [
    ["passes", passes.filter(isDecoded).map((fixture) => ({ ...fixture, messages: [] }))],
    ["fails", fails.filter(isDecoded)],
  ] as const;
}

/** A path is told as it is written; all else is the same. */
function small(message: string): string {
  return message.toLowerCase();
}

/** Each document with its names as CloudFormation writes them. */
function inCapitals(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return changed(properties, (name, value) => [[name.charAt(0).toUpperCase() + name.slice(1), value]]);
}

/** Each document with a harmless value before each: of two names that differ in their letters the last one counts. */
function twice(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return changed(properties, (name, value) => [
    [name, null],
    [name.toUpperCase(), value],
  ]);
}

type Rename = (name: string, value: unknown) => [string, unknown][];

function changed(properties: Readonly<Record<string, unknown>>, rename: Rename): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const document = documentIn(value);
      return [name, document === undefined ? value : JSON.stringify(renamed(document, rename))];
    }),
  );
}

function renamed(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => rename(name, renamed(member, rename))));
}

function documentIn(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return undefined;
  return JSON.parse(value);
}
