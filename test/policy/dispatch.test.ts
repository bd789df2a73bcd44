import assert from "node:assert/strict";
import { Exemptions } from "../../policy/core/exemption";
import { findingData } from "../../policy/core/finding-data";
import { judge } from "../../policy/core/judge";
import { Ledger } from "../../policy/core/ledger";
import { policiesOf } from "../../policy/core/pack";
import { checkOf } from "../../policy/core/pod-templates";
import { isOfStack, typesOf } from "../../policy/core/rule";
import { Stack } from "../../policy/core/stack";
import { type Subject, subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { findingSentence } from "../../policy/protocol/finding";
import { rules } from "../../policy/rules";
import type { PolicyServer } from "../../preview/engine/analyzer";
import type { Verdicts } from "../../preview/engine/analyzer-answers";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { ruleFiles } from "../../tools/policies/rule-files";
import { startPack } from "./pack";
import { wire } from "./variants";

/** What the fixtures of all rules hold, as one stack. */
function resourcesOfFixtures(): AnalyzedResource[] {
  const all = ruleFiles().flatMap(({ fixtures }) =>
    "stacks" in fixtures
      ? fixtures.stacks.flatMap(({ resources }) => resources)
      : [...fixtures.passes, ...fixtures.fails],
  );
  return all.map(({ type, properties, protect }, i) => ({
    type,
    name: `it${i}`,
    properties: wire(properties),
    protect,
    urn: `urn:pulumi:shop-prod::shop::${type}::it${i}`,
  }));
}

const ofResources = rules.filter((rule) => !isOfStack(rule));

function subjectsOf(resources: readonly AnalyzedResource[]): Subject[] {
  return resources.map(({ type, name, urn, properties, protect = false }) =>
    subjectOf({ type, name, urn, properties, protect }),
  );
}

describe("policies that come only where they apply", () => {
  const resources = resourcesOfFixtures();
  // A server takes its time: these show it for each rule and most types, and where it answers for each rule, for each kind.
  const many = resources.filter((_, i) => i % 5 === 0);
  const some = resources.filter((_, i) => i % 15 === 0);
  let server: PolicyServer;
  let counted: PolicyServer;
  let stop = () => {};

  before(async () => {
    const [full, counting] = [await startPack("shop-prod", { summary: false }), await startPack("shop-prod")];
    [server, counted] = [full.server, counting.server];
    stop = () => {
      full.stop();
      counting.stop();
    };
  });
  after(() => stop());

  it("say of fixtures what each rule by itself says", async () => {
    for (const [i, subject] of subjectsOf(many).entries()) {
      const resource = many[i];
      assert.ok(resource !== undefined);
      const { violations } = await counted.analyze(resource);
      const expected = ofResources.flatMap((rule) =>
        judge(rule, subject, termsOf(rule, "prod", {})).findings.map(
          (finding) => `${rule.id} ${findingSentence(findingData(rule, finding))}`,
        ),
      );
      assert.deepEqual(
        violations.map(({ policy, message }) => `${policy} ${message}`),
        expected,
        resource.urn,
      );
    }
    // What was counted is another test's.
    await counted.analyzeStack([], "stack");
  });

  it("say of all others that they do not apply", async () => {
    for (const [i, subject] of subjectsOf(some).entries()) {
      const resource = some[i];
      assert.ok(resource !== undefined);
      const { notApplicable } = await server.analyze(resource);
      const absent = ofResources.filter((rule) => checkOf(rule, subject) === undefined).map(({ id }) => id);
      // The first policy tells what the request is about.
      assert.deepEqual(notApplicable, absent, resource.urn);
    }
  });

  it("say of the stack what each rule by itself says", async () => {
    const { violations, notApplicable } = await server.analyzeStack(resources, "stack");
    const subjects = subjectsOf(resources);
    const stack = new Stack(subjects);
    const ofStacks = rules.filter(isOfStack);
    const expected = ofStacks.flatMap((rule) =>
      stack
        .ofTypes(typesOf(rule))
        .flatMap((subject) =>
          judge(rule, subject, termsOf(rule, "prod", {}), stack).findings.map(
            (finding) => `${rule.id} ${subject.urn} ${findingSentence(findingData(rule, finding))}`,
          ),
        ),
    );
    assert.deepEqual(
      violations.map(({ policy, urn, message }) => `${policy} ${urn} ${message}`),
      expected,
    );
    assert.deepEqual(
      notApplicable,
      ofStacks.filter((rule) => !stack.has(typesOf(rule))).map(({ id }) => id),
    );
  });

  it("are counted where the engine takes a count, with the same verdicts and no answer for each that does not apply", async () => {
    const expected = new Map<string, number>();
    for (const resource of some) {
      const [full, short] = [await server.analyze(resource), await counted.analyze(resource)];
      // The first policy, which tells what the request is about, answers for itself.
      assert.ok(short.notApplicable.length <= 1, resource.urn);
      assert.deepEqual(inSentences({ ...short, notApplicable: full.notApplicable }), full, resource.urn);
      const absent = new Set(full.notApplicable);
      for (const { name, ofStack } of server.policies) {
        if (!ofStack && !absent.has(name)) expected.set(name, (expected.get(name) ?? 0) + 1);
      }
    }
    const full = await server.analyzeStack(resources, "stack");
    const { asked, ...short } = await counted.analyzeStack(resources, "stack");
    // The profile is told where a count is taken, else where it is odd.
    const notes = short.notes.filter(({ policy }) => policy !== "profile");
    assert.deepEqual(inSentences({ ...short, notes, notApplicable: full.notApplicable }), full);
    for (const { name, ofStack } of server.policies) {
      if (ofStack && !full.notApplicable.includes(name)) expected.set(name, 1);
    }
    assert.deepEqual(new Map(Object.entries(asked ?? {})), expected);
  });

  it("are all there for whoever asks what the pack has", () => {
    const run = { profile: "prod" as const, exemptions: new Exemptions([], "2026-01-01"), ledger: new Ledger() };
    const policies = policiesOf(rules, run, "prod");
    const names = [...rules.map(({ id }) => id), "undetermined", "exemptions", "unjudged"];
    assert.deepEqual(
      [...policies].map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      policies.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      server.policies.map(({ name }) => name),
      names.slice(0, -3),
    );
  });
});

/** Verdicts without their data, as a pack tells them to an engine that takes sentences. */
function inSentences({ violations, notes, ...verdicts }: Verdicts): Verdicts {
  return {
    ...verdicts,
    violations: violations.map(({ property: _, found: __, required: ___, fix: ____, ...violation }) => violation),
    notes: notes.map(({ data: _, ...note }) => note),
  };
}
