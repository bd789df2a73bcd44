import assert from "node:assert/strict";
import type { Passing, ResourceFixtures, StackFixtures } from "../../policy/core/fixture";
import { typesOf } from "../../policy/core/rule";
import type { AnalyzedResource, PolicyServer } from "../../preview/engine/analyzer";
import { isWireObject, unknown, type Wire, type WireObject } from "../../preview/engine/wire";
import { ruleFiles, startPack } from "./pack";

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

      it("has fixtures that pass and fail on every cloud that it covers", () => {
        if ("stacks" in fixtures) {
          assert.ok(fixtures.stacks.some(({ messages }) => Object.keys(messages).length === 0));
          assert.ok(fixtures.stacks.some(({ messages }) => Object.keys(messages).length > 0));
          return;
        }
        const isPod = (type: string) => /^kubernetes:(core|apps|batch|extensions)\/.*:(?!Namespace)/.test(type);
        const kinds = new Set(typesOf(rule).map((type) => (isPod(type) ? "kubernetes pods" : type)));
        for (const list of [fixtures.passes, fixtures.fails]) {
          assert.deepEqual(
            [...new Set(list.map(({ type }) => (isPod(type) ? "kubernetes pods" : type)))].sort(),
            [...kinds].sort(),
          );
        }
      });
    });
  }

  function resourceTests(id: string, { passes, fails }: ResourceFixtures): void {
    for (const { name, type, properties } of passes) {
      it(`${type}: ${name} passes`, async () => assert.deepEqual(await messagesOf(id, type, wire(properties)), []));

      it(`${type}: ${name} passes whichever value is unknown`, async () => {
        for (const variant of withOneUnknown(wire(properties))) {
          assert.deepEqual(await messagesOf(id, type, variant), [], JSON.stringify(variant));
        }
      });
    }
    for (const { name, type, properties, messages } of fails) {
      it(`${type}: ${name} fails`, async () =>
        assert.deepEqual(await messagesOf(id, type, wire(properties)), messages));

      it(`${type}: ${name} fails also beside an unknown value`, async () => {
        assert.deepEqual(await messagesOf(id, type, { ...wire(properties), tagsAll: unknown }), messages);
      });

      it(`${type}: ${name} says nothing new whichever value is unknown`, async () => {
        for (const variant of withOneUnknown(wire(properties))) {
          const found = await messagesOf(id, type, variant);
          assert.ok(found.length <= messages.length, `${JSON.stringify(variant)}: ${found.join("\n")}`);
        }
      });
    }
  }

  function stackTests(id: string, { stacks }: StackFixtures): void {
    for (const { name, resources, messages } of stacks) {
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

      it(name, async () => {
        const found = (await server.analyzeStack(analyzed, "stack")).filter(({ policy }) => policy === id);
        const expected = resources.flatMap((resource) =>
          (messages[resource.name] ?? []).map((message) => `${urn(resource.type, resource.name)} ${message}`),
        );
        assert.deepEqual(
          found.map((violation) => `${violation.urn} ${violation.message}`),
          expected,
        );
      });

      it(`${name}: no more is said where values are unknown`, async () => {
        const expected = Object.values(messages).flat().length;
        for (const [i, resource] of analyzed.entries()) {
          for (const properties of withOneUnknown(resource.properties)) {
            const list = analyzed.with(i, { ...resource, properties });
            const found = (await server.analyzeStack(list, "stack")).filter(({ policy }) => policy === id);
            assert.ok(
              found.length <= expected,
              `${JSON.stringify(properties)}: ${found.map(({ message }) => message)}`,
            );
          }
        }
      });
    }
  }

  /** What one rule says of a resource. */
  async function messagesOf(id: string, type: string, properties: WireObject): Promise<string[]> {
    const violations = await server.analyze({ type, name: "it", urn: urn(type, "it"), properties });
    return violations.filter(({ policy }) => policy === id).map(({ message }) => message);
  }
});

/** Properties as the engine sends them: what is undefined is left out. */
function wire(properties: Passing["properties"]): WireObject {
  const plain: WireObject = JSON.parse(JSON.stringify(properties));
  return plain;
}

/** The same properties, each time with another value unknown, at every depth. */
function withOneUnknown(properties: WireObject): WireObject[] {
  return variants(properties).filter(isWireObject);
}

function variants(value: Wire): Wire[] {
  if (Array.isArray(value)) {
    return [unknown, ...value.flatMap((item, i) => variants(item).map((variant) => value.with(i, variant)))];
  }
  if (!isWireObject(value)) return [unknown];
  const inside = Object.entries(value).flatMap(([key, member]) =>
    variants(member).map((variant) => ({ ...value, [key]: variant })),
  );
  return [unknown, ...inside];
}
