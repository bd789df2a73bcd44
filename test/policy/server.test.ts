import assert from "node:assert/strict";
import type { Failing, StackFixtures } from "../../policy/core/fixture";
import type { PolicyServer } from "../../preview/engine/analyzer";
import type { WireObject } from "../../preview/model/wire";
import { ruleFiles } from "../../tools/policies/rule-files";
import { analyzedOf, urn } from "./fixture-stacks";
import { startPack } from "./pack";
import { wire } from "./variants";

type Stack = StackFixtures["stacks"][number];

/** A failing fixture, with the rule that has to tell it. */
type Case = { rule: string } & ({ fixture: Failing } | { stack: Stack });

/** Requests that are under way together. */
const atOnce = 16;

/** Every fixture that fails, of resources and of stacks. */
function failing(): Case[] {
  return ruleFiles().flatMap(({ rule: { id }, fixtures }): Case[] =>
    "stacks" in fixtures
      ? fixtures.stacks.filter(({ messages }) => Object.keys(messages).length > 0).map((stack) => ({ rule: id, stack }))
      : fixtures.fails.map((fixture) => ({ rule: id, fixture })),
  );
}

/** By policy config, as many cases as can be asked under one: a rule has one config at a time. */
function byConfig(cases: readonly Case[]): [config: Record<string, WireObject>, cases: Case[]][] {
  const turns: Record<string, WireObject>[] = [{}];
  const keys = cases.map((one) => {
    const settings = "stack" in one ? one.stack.settings : one.fixture.settings;
    if (settings === undefined) return 0;
    const words = JSON.stringify(settings);
    const fits = (own: WireObject | undefined) => own === undefined || JSON.stringify(own) === words;
    const found = turns.findIndex((config, i) => i > 0 && fits(config[one.rule]));
    const turn = found === -1 ? turns.push({}) - 1 : found;
    turns[turn] = { ...turns[turn], [one.rule]: wire(settings) };
    return turn;
  });
  return turns.map((config, turn) => [config, cases.filter((_, i) => keys[i] === turn)]);
}

describe("the pack's own server, asked once for each failing fixture", () => {
  const cases = failing();
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod"));
  });
  after(() => stop());

  it("tells of each what its rule tells, and of a stack which resource it is", async () => {
    const wrong: { rule: string; name: string; found: string[]; messages: string[] }[] = [];
    let asked = 0;
    for (const [config, group] of byConfig(cases)) {
      await server.configure(config);
      // The engine asks at once about what it makes at once.
      for (let i = 0; i < group.length; i += atOnce) {
        const answers = await Promise.all(
          group.slice(i, i + atOnce).map(async (one) => ({ one, found: await said(one) })),
        );
        for (const { one, found } of answers) {
          asked += 1;
          const messages = messagesOf(one).toSorted();
          if (JSON.stringify(found.toSorted()) === JSON.stringify(messages)) continue;
          wrong.push({ rule: one.rule, name: "stack" in one ? one.stack.name : one.fixture.name, found, messages });
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.equal(asked, cases.length);
  });

  /** What the rule of a case says to the server's mind, with the URN of each resource. */
  async function said(one: Case): Promise<string[]> {
    if ("stack" in one) {
      const { violations } = await server.analyzeStack(analyzedOf(one.stack), "stack");
      return violations.filter(({ policy }) => policy === one.rule).map((found) => `${found.urn} ${found.message}`);
    }
    const { type, properties, protect } = one.fixture;
    const resource = { type, name: "it", urn: urn(type, "it"), properties: wire(properties), protect };
    const { violations } = await server.analyze(resource);
    return violations.filter(({ policy }) => policy === one.rule).map(({ message }) => `${resource.urn} ${message}`);
  }
});

/** What is to be told of a case. */
function messagesOf(one: Case): string[] {
  if (!("stack" in one)) return one.fixture.messages.map((message) => `${urn(one.fixture.type, "it")} ${message}`);
  const { resources, messages } = one.stack;
  return resources.flatMap(({ type, name }) =>
    (messages[name] ?? []).map((message) => `${urn(type, name)} ${message}`),
  );
}
