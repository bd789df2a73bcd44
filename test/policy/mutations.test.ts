import assert from "node:assert/strict";
import type { Passing, StackFixtures } from "../../policy/core/fixture";
import { judge, type Verdict } from "../../policy/core/judge";
import type { Rule } from "../../policy/core/rule";
import { Stack } from "../../policy/core/stack";
import { subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { ReadTrace } from "../../tools/policies/read-trace";
import { ruleFiles } from "../../tools/policies/rule-files";
import { breaksOf, served, unknownValue, valueAt, withValue } from "./breaks";
import { wire } from "./variants";

/** Judges the resources of a fixture, by name, with one trace for all. */
type Judge = (resources: Readonly<Record<string, unknown>>, trace?: ReadTrace) => Verdict[];

const urn = (type: string, name: string) => `urn:pulumi:shop-prod::shop::${type}::${name}`;

describe("policy rules under mutation", () => {
  for (const { path, rule, fixtures } of ruleFiles()) {
    describe(path, () => {
      if ("stacks" in fixtures) {
        for (const stack of fixtures.stacks) {
          if (Object.keys(stack.messages).length === 0) mutate(stack.name, ...ofStack(rule, stack), stack.harmless);
        }
      } else {
        for (const fixture of fixtures.passes) mutate(fixture.name, ...ofResource(rule, fixture), fixture.harmless);
      }
    });
  }
});

/** Breaks every property that is read and is there, one at a time, in every way. */
function mutate(
  name: string,
  resources: Readonly<Record<string, unknown>>,
  judgeAll: Judge,
  harmless: Passing["harmless"] = {},
): void {
  it(`${name}: whatever is read reports when it is broken, and nothing crashes`, () => {
    const trace = new ReadTrace();
    assert.deepEqual(
      judgeAll(resources, trace).flatMap(({ findings }) => findings),
      [],
      "the fixture passes",
    );
    const silent: string[] = [];
    for (const path of trace.paths) {
      const [resource = "", property = path] = split(path, resources);
      const value = property === "" ? undefined : valueAt(resources[resource], property);
      if (value === undefined || value === null) continue;
      const attempt = (broken: unknown): Verdict[] =>
        judgeAll({ ...resources, [resource]: withValue(resources[resource], property, broken) });
      const hidden = attempt(unknownValue);
      assert.deepEqual(
        hidden.flatMap(({ findings }) => findings),
        [],
        `${path} unknown`,
      );
      assert.ok(
        hidden.some(({ result }) => result === "undetermined"),
        `${path} unknown is undetermined`,
      );
      const reports = breaksOf(value).map(([, broken]) => attempt(broken).some(({ findings }) => findings.length > 0));
      if (!reports.includes(true)) silent.push(path);
    }
    assert.deepEqual(silent.sort(), Object.keys(harmless).sort(), "properties that may be anything");
  });
}

/** The resource that a path begins with, and the path in it. */
function split(path: string, resources: Readonly<Record<string, unknown>>): [string | undefined, string | undefined] {
  const names = Object.keys(resources);
  if (names.length === 1 && names[0] === "") return ["", path];
  const name = names.find((candidate) => path === candidate || path.startsWith(`${candidate}.`));
  return name === undefined ? [names[0], path] : [name, path.slice(name.length + 1)];
}

function ofResource(
  rule: Rule,
  { type, properties, protect = false, settings = {} }: Passing,
): [Record<string, unknown>, Judge] {
  const terms = termsOf(rule, "prod", settings);
  return [
    { "": wire(properties) },
    (resources, trace) => {
      const subject = subjectOf({ type, name: "it", urn: urn(type, "it"), properties: served(resources[""]), protect });
      return [judge(rule, subject, terms, undefined, trace)];
    },
  ];
}

/** Subjects are read under their own names too, so that a path says which resource it is in. */
function ofStack(
  rule: Rule,
  { resources, settings = {} }: StackFixtures["stacks"][number],
): [Record<string, unknown>, Judge] {
  const terms = termsOf(rule, "prod", settings);
  const properties = Object.fromEntries(resources.map((resource) => [resource.name, wire(resource.properties)]));
  return [
    properties,
    (broken, trace) => {
      const subjects = resources.map(({ name, type, protect = false, uses = {} }) =>
        subjectOf({
          type,
          name,
          urn: urn(type, name),
          protect,
          properties: served(broken[name]),
          propertyDependencies: Object.fromEntries(
            Object.entries(uses).map(([property, other]) => [
              property,
              [urn(resources.find((resource) => resource.name === other)?.type ?? "", other)],
            ]),
          ),
        }),
      );
      const stack = new Stack(subjects);
      return stack.ofTypes(Object.keys(rule.checks)).map((subject) => {
        const own = new ReadTrace();
        const verdict = judge(rule, subject, terms, stack, own);
        for (const path of own.paths) {
          const companion = subjects.some(({ name }) => path === name || path.startsWith(`${name}.`));
          trace?.read(companion ? path : `${subject.name}.${path}`);
        }
        return verdict;
      });
    },
  ];
}
