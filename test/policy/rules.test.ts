import assert from "node:assert/strict";
import type { Failing, Passing, ResourceFixtures, StackFixtures } from "../../policy/core/fixture";
import { isOfStack, type Rule, typesOf } from "../../policy/core/rule";
import type { PolicyServer } from "../../preview/engine/analyzer";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { unknown, type WireObject } from "../../preview/engine/wire";
import { ruleFiles } from "../../scripts/policies/rule-files";
import { startPack } from "./pack";
import { wire, withOneUnknown } from "./variants";

const urn = (type: string, name: string) => `urn:pulumi:shop-prod::shop::${type}::${name}`;

describe("policy rules, in the pack's own server", () => {
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod"));
  });
  after(() => stop());

  for (const { path, rule, fixtures } of ruleFiles()) {
    describe(path, () => {
      if ("stacks" in fixtures) stackTests(rule.id, fixtures);
      else resourceTests(rule.id, fixtures);

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

  function resourceTests(id: string, { passes, fails }: ResourceFixtures): void {
    for (const fixture of passes) {
      const { name, type, properties } = fixture;
      it(`${type}: ${name} passes`, () =>
        under(id, fixture, async () => assert.deepEqual(await messagesOf(id, fixture, wire(properties)), [])));

      it(`${type}: ${name} passes whichever value is unknown`, () =>
        under(id, fixture, async () => {
          for (const variant of withOneUnknown(wire(properties))) {
            assert.deepEqual(await messagesOf(id, fixture, variant), [], JSON.stringify(variant));
          }
        }));
    }
    for (const fixture of fails) {
      const { name, type, properties, messages } = fixture;
      it(`${type}: ${name} fails`, () =>
        under(id, fixture, async () => assert.deepEqual(await messagesOf(id, fixture, wire(properties)), messages)));

      it(`${type}: ${name} fails also beside an unknown value`, () =>
        under(id, fixture, async () => {
          const beside = { ...wire(properties), somethingElse: unknown };
          assert.deepEqual(await messagesOf(id, fixture, beside), messages);
        }));

      it(`${type}: ${name} says nothing new whichever value is unknown`, () =>
        under(id, fixture, async () => {
          for (const variant of withOneUnknown(wire(properties))) {
            const found = await messagesOf(id, fixture, variant);
            assert.ok(found.length <= messages.length, `${JSON.stringify(variant)}: ${found.join("\n")}`);
          }
        }));
    }
  }

  function stackTests(id: string, { stacks }: StackFixtures): void {
    for (const fixture of stacks) {
      const { name, resources, messages } = fixture;
      const analyzed = resources.map((resource): AnalyzedResource => {
        const uses = Object.entries(resource.uses ?? {}).map(([property, other]) => {
          const used = resources.find((candidate) => candidate.name === other);
          return [property, [urn(used?.type ?? "", other)]] as const;
        });
        return {
          ...resource,
          urn: urn(resource.type, resource.name),
          properties: wire(resource.properties),
          propertyDependencies: Object.fromEntries(uses),
        };
      });

      it(name, () =>
        under(id, fixture, async () => {
          const found = (await server.analyzeStack(analyzed, "stack")).violations.filter(({ policy }) => policy === id);
          const expected = resources.flatMap((resource) =>
            (messages[resource.name] ?? []).map((message) => `${urn(resource.type, resource.name)} ${message}`),
          );
          assert.deepEqual(
            found.map((violation) => `${violation.urn} ${violation.message}`),
            expected,
          );
        }),
      );

      it(`${name}: no more is said where values are unknown`, () =>
        under(id, fixture, async () => {
          const expected = Object.values(messages).flat().length;
          for (const [i, resource] of analyzed.entries()) {
            for (const properties of withOneUnknown(resource.properties)) {
              const list = analyzed.with(i, { ...resource, properties });
              const found = (await server.analyzeStack(list, "stack")).violations.filter(({ policy }) => policy === id);
              assert.ok(
                found.length <= expected,
                `${JSON.stringify(properties)}: ${found.map(({ message }) => message)}`,
              );
            }
          }
        }));
    }
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
  async function messagesOf(
    id: string,
    { type, protect }: Passing | Failing,
    properties: WireObject,
  ): Promise<string[]> {
    const { violations } = await server.analyze({ type, name: "it", urn: urn(type, "it"), properties, protect });
    return violations.filter(({ policy }) => policy === id).map(({ message }) => message);
  }
});

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

/** Kinds that make Pods are one: `pods.test.ts` shows each of them. */
function kindsOf(types: Rule["companions"] = []): string[] {
  const isPod = (type: string) =>
    /^kubernetes:(core|apps|batch|extensions)\/\w+:(Pod|PodTemplate|ReplicationController|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)(Patch)?$/.test(
      type,
    );
  return [...new Set(types.map((type) => (isPod(type) ? "kubernetes pods" : type)))].sort();
}
