import assert from "node:assert/strict";
import { awsTarget } from "../../components/aws/target";
import type { Plan } from "../../preview/model/plan";
import { topologyOf } from "../infra/support/configs";
import { compare, unlisted } from "./compare";
import { absent, atLeast, atMost, type Fact, otherwise, partly, type Reading, type Values } from "./fact";
import { Native } from "./native";

const plan: Plan = {
  project: "isotopo",
  stack: "shop-aws-prod",
  config: {},
  resources: [],
  stackOutputs: {},
  diagnostics: [],
  policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
  unknowns: false,
  durationSeconds: 0,
};
const native = new Native(plan, topologyOf());

function problemsOf(asked: Values, reading: Reading, more?: true): string[] {
  return compare("fact", { asked: () => asked, more }, reading, native).problems;
}

describe("comparison of parity", () => {
  const found = () => ({ web: 3000, api: undefined });

  it("finds the same the same, whatever the order", () => {
    assert.deepEqual(problemsOf({ api: undefined, web: 3000 }, found), []);
  });

  it("tells what was asked for and what was found", () => {
    assert.deepEqual(problemsOf({ web: 8000 }, found), ["fact, web: asked 8000, found 3000"]);
    assert.deepEqual(problemsOf({ web: 3000, api: 5000 }, found), ["fact, api: asked 5000, found nothing"]);
    assert.deepEqual(problemsOf({}, found), ["fact, web: asked nothing, found 3000"]);
  });

  it("takes more than was asked for only where a fact says so", () => {
    assert.deepEqual(problemsOf({}, found, true), []);
    assert.deepEqual(problemsOf({ web: 8000 }, found, true), ["fact, web: asked 8000, found 3000"]);
  });

  it("takes a rounding in its direction only", () => {
    assert.deepEqual(problemsOf({ web: 2999 }, atLeast(found)), []);
    assert.deepEqual(problemsOf({ web: 3001 }, atMost(found)), []);
    assert.deepEqual(problemsOf({ web: 3001 }, atLeast(found)), ["fact, web: asked 3001, found 3000 (at least)"]);
    assert.deepEqual(problemsOf({ web: 2999 }, atMost(found)), ["fact, web: asked 2999, found 3000 (at most)"]);
    assert.deepEqual(problemsOf({ api: 1 }, atLeast(found)), ["fact, api: asked 1, found nothing (at least)"]);
  });

  it("takes another value where a reading says so", () => {
    assert.deepEqual(problemsOf({ web: 8000 }, otherwise(found)), []);
    assert.deepEqual(problemsOf({ web: 8000 }, absent), []);
  });

  it("takes a part where a reading says so, but no other value", () => {
    assert.deepEqual(problemsOf({ web: 3000, api: 5000 }, partly(found)), []);
    assert.deepEqual(problemsOf({ web: 8000 }, partly(found)), ["fact, web: asked 8000, found 3000"]);
  });

  it("asks for a row of the capability table for every difference", () => {
    const listed: Fact = { options: ["edge.errorPages"], asked: () => ({}) };
    const full: Fact = { options: ["edge.dns"], asked: () => ({}) };
    assert.equal(unlisted(full, found, awsTarget), undefined);
    assert.equal(unlisted(listed, absent, awsTarget), undefined);
    assert.deepEqual(unlisted(full, absent, awsTarget), ["edge.dns"]);
    assert.deepEqual(unlisted({ asked: () => ({}) }, absent, awsTarget), []);
  });
});
