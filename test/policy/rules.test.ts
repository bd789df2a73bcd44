import assert from "node:assert/strict";
import type { Fixtures, Passing, ResourceFixtures, StackFixtures } from "../../policy/core/fixture";
import { isOfStack, type Rule, typesOf } from "../../policy/core/rule";
import type { PolicyServer } from "../../preview/engine/analyzer";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { unknown, type WireObject } from "../../preview/model/wire";
import { ruleFiles } from "../../tools/policies/rule-files";
import { analyzedOf, urn } from "./fixture-stacks";
import { messagesFor, messagesForAll } from "./judged";
import { startPack } from "./pack";
import { wire, withOneUnknown } from "./variants";

describe("policy rules", () => {
  for (const { path, rule, fixtures } of ruleFiles()) {
    describe(path, () => {
      if ("stacks" in fixtures) stackTests(rule, fixtures);
      else resourceTests(rule, fixtures);

      it("has fixtures that pass and fail for every type that it covers", () => {
        assert.equal("stacks" in fixtures, isOfStack(rule));
        const [passing, failing] = typesOfFixtures(fixtures);
        const expected = kindsOf(typesOf(rule));
        assert.deepEqual(
          expected.filter((kind) => !kindsOf(failing).includes(kind)),
          [],
          "fails",
        );
        assert.deepEqual(
          expected.filter((kind) => !kindsOf(passing).includes(kind)),
          [],
          "passes",
        );
      });
    });
  }
});

function resourceTests(rule: Rule, { passes, fails }: ResourceFixtures): void {
  for (const fixture of passes) {
    const { name, type, properties, settings } = fixture;
    it(`${type}: ${name} passes`, () => assert.deepEqual(messagesFor(rule, fixture, wire(properties), settings), []));

    it(`${type}: ${name} passes whichever value is unknown`, () => {
      for (const variant of withOneUnknown(wire(properties))) {
        assert.deepEqual(messagesFor(rule, fixture, variant, settings), [], JSON.stringify(variant));
      }
    });
  }
  for (const fixture of fails) {
    const { name, type, properties, messages, settings } = fixture;
    it(`${type}: ${name} fails`, () =>
      assert.deepEqual(messagesFor(rule, fixture, wire(properties), settings), messages));

    it(`${type}: ${name} fails also beside an unknown value`, () => {
      const beside = { ...wire(properties), somethingElse: unknown };
      assert.deepEqual(messagesFor(rule, fixture, beside, settings), messages);
    });

    it(`${type}: ${name} says nothing new whichever value is unknown`, () => {
      for (const variant of withOneUnknown(wire(properties))) {
        const found = messagesFor(rule, fixture, variant, settings);
        const added = found.map(placeOf).filter((place) => !messages.map(placeOf).includes(place));
        assert.deepEqual(added, [], JSON.stringify(variant));
        assert.ok(found.length <= messages.length, `${JSON.stringify(variant)}: ${found.join("\n")}`);
      }
    });
  }
}

/** A message without the value, which is shown as unknown. */
function placeOf(message: string): string {
  return message.replace(/^(\S+) .*?(?=; required: )/s, "$1");
}

/** Of which resource of a stack something is told, and what is required: the value may be that of another resource. */
function placeInStack(told: string): string {
  return told.replace(/^(\S+) .*?(?=; required: )/s, "$1");
}

function stackTests(rule: Rule, { stacks }: StackFixtures): void {
  for (const fixture of stacks) {
    const { name, resources, messages, settings } = fixture;
    const analyzed = analyzedOf(fixture);

    it(name, () => {
      const expected = resources.flatMap((resource) =>
        (messages[resource.name] ?? []).map((message) => `${urn(resource.type, resource.name)} ${message}`),
      );
      // By type and URN, not as the fixture has them.
      assert.deepEqual(messagesForAll(rule, analyzed, settings).sort(), expected.sort());
    });

    it(`${name}: no more is said where values are unknown`, () => {
      const expected = resources.flatMap(({ type, name: of }) =>
        (messages[of] ?? []).map((message) => `${urn(type, of)} ${message}`),
      );
      for (const list of withOneUnknownIn(analyzed)) {
        const found = messagesForAll(rule, list, settings);
        const added = found.map(placeInStack).filter((place) => !expected.map(placeInStack).includes(place));
        assert.deepEqual(added, [], JSON.stringify(list));
        assert.ok(found.length <= expected.length, `${JSON.stringify(list)}: ${found.join("\n")}`);
      }
    });
  }
}

/** `dispatch.test.ts` asks the server about fixtures as they are; here are unknown values and policy config. */
describe("policy rules, in the pack's own server", () => {
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod"));
  });
  after(() => stop());

  for (const { path, rule, fixtures } of ruleFiles()) {
    it(`${path} says what it says without, whichever value is unknown`, async () => {
      for (const sample of samplesOf(fixtures)) {
        await under(rule.id, sample, async () => {
          if ("resources" in sample) {
            const analyzed = analyzedOf(sample);
            for (const list of [analyzed, ...withOneUnknownIn(analyzed)]) {
              assert.deepEqual(await saidOfAll(rule.id, list), messagesForAll(rule, list, sample.settings));
            }
            return;
          }
          const properties = wire(sample.properties);
          for (const variant of [properties, ...withOneUnknown(properties)]) {
            const expected = messagesFor(rule, sample, variant, sample.settings);
            assert.deepEqual(await saidOf(rule.id, sample, variant), expected, JSON.stringify(variant));
          }
        });
      }
    });
  }

  /** Runs a test under the policy config of a fixture, and takes it back. */
  async function under(id: string, { settings }: Pick<Passing, "settings">, test: () => Promise<void>): Promise<void> {
    if (settings === undefined) return test();
    await server.configure({ [id]: wire(settings) });
    try {
      await test();
    } finally {
      await server.configure({});
    }
  }

  /** What one rule says of a resource. */
  async function saidOf(id: string, { type, protect }: Passing, properties: WireObject): Promise<string[]> {
    const { violations } = await server.analyze({ type, name: "it", urn: urn(type, "it"), properties, protect });
    return violations.filter(({ policy }) => policy === id).map(({ message }) => message);
  }

  async function saidOfAll(id: string, resources: AnalyzedResource[]): Promise<string[]> {
    const { violations } = await server.analyzeStack(resources, "stack");
    return violations.filter(({ policy }) => policy === id).map((said) => `${said.urn} ${said.message}`);
  }
});

/** One fixture that fails, and the first with policy config. */
function samplesOf(fixtures: Fixtures): (Passing | StackFixtures["stacks"][number])[] {
  const all: readonly (Passing | StackFixtures["stacks"][number])[] =
    "stacks" in fixtures
      ? fixtures.stacks.toSorted((a, b) => Object.keys(b.messages).length - Object.keys(a.messages).length)
      : [...fixtures.fails, ...fixtures.passes];
  return [...new Set([all[0], all.find(({ settings }) => settings !== undefined)])].filter((one) => one !== undefined);
}

/** The same resources, each time with another value unknown. */
function withOneUnknownIn(resources: AnalyzedResource[]): AnalyzedResource[][] {
  return resources.flatMap((resource, i) =>
    withOneUnknown(resource.properties).map((properties) => resources.with(i, { ...resource, properties })),
  );
}

/** The types that fixtures show passing, and failing. */
function typesOfFixtures(fixtures: ResourceFixtures | StackFixtures): [passing: string[], failing: string[]] {
  if (!("stacks" in fixtures)) {
    const { passes, fails, neverPasses = [] } = fixtures;
    return [[...passes.map(({ type }) => type), ...neverPasses], fails.map(({ type }) => type)];
  }
  const all = fixtures.stacks.flatMap(({ resources, messages }) =>
    resources.map(({ name, type }) => ({ type, failing: Object.hasOwn(messages, name) })),
  );
  return [
    all.filter(({ failing }) => !failing).map(({ type }) => type),
    all.filter(({ failing }) => failing).map(({ type }) => type),
  ];
}

/**
 * Kinds that make Pods are one: `pods.test.ts` shows each of them. So are the three resources of a grant of Google's, which one
 * check is made for: `google-grants.test.ts` shows them.
 */
function kindsOf(types: Rule["companions"] = []): string[] {
  const isPod = (type: string) =>
    /^kubernetes:(core|apps|batch|extensions)\/\w+:(Pod|PodTemplate|ReplicationController|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)(Patch)?$/.test(
      type,
    );
  const kindOf = (type: string) => {
    const [, grant] = /^(gcp:\w+\/\w*iam)(Member|Binding|Policy):\w+$/i.exec(type) ?? [];
    return isPod(type) ? "kubernetes pods" : (grant ?? type);
  };
  return [...new Set(types.map(kindOf))].sort();
}
