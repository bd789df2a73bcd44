import assert from "node:assert/strict";
import { comparePlans } from "../../preview/compare/compare";
import type { Plan } from "../../preview/model/plan";
import { conflicts } from "../support/claims/conflicts";
import { faultsOf } from "../support/lists/judge";
import { planWith, urnOf } from "../support/plan-with";

/** What the test of lists would say of it. */
function toldOf(before: Plan, after: Plan, kind: "added" | "removed" | "reversed"): string[] {
  const { changes } = comparePlans(before, after, "before");
  const replaced = new Set(changes.filter(({ action }) => action.endsWith("replace")).map(({ urn }) => urn));
  return [...faultsOf(changes, kind), ...conflicts(before, after, replaced)];
}

const byPlace = (hosts: readonly string[]) =>
  planWith(
    hosts.map((host, i) => ({
      type: "aws:route53/record:Record",
      name: `record-${i + 1}`,
      inputs: { name: host, type: "A", zoneId: "Z1" },
    })),
  );
const byHost = (hosts: readonly string[]) =>
  planWith(
    hosts.map((host) => ({
      type: "aws:route53/record:Record",
      name: `record-${host}`,
      inputs: { name: host, type: "A", zoneId: "Z1" },
    })),
  );
const [two, three] = [
  ["shop.test", "www.shop.test"],
  ["shop.test", "listed.shop.test", "www.shop.test"],
];

describe("what the test of lists would say of names by place", () => {
  it("a host in the middle replaces the next one, and takes its name while it has it", () => {
    assert.deepEqual(toldOf(byPlace(two), byPlace(three), "added"), [
      "replace aws:route53/record:Record record-2: name forces a replacement",
      "create aws:route53/record:Record record-3: ",
      'record-3 takes aws:route53/record:Record record ["www.shop.test","A","Z1",null], which record-2 has until the end',
    ]);
  });

  it("a host that goes takes another one along", () => {
    assert.deepEqual(toldOf(byPlace(three), byPlace(two), "removed"), [
      "replace aws:route53/record:Record record-2: name forces a replacement",
      "delete aws:route53/record:Record record-3: it is no longer in the program",
      'record-2 takes aws:route53/record:Record record ["www.shop.test","A","Z1",null], which record-3 has until the end',
    ]);
  });

  it("turned round, each takes the name of the other", () => {
    const told = toldOf(byPlace(two), byPlace([...two].reverse()), "reversed");
    assert.equal(told.filter((line) => line.startsWith("replace")).length, 2);
    assert.equal(told.filter((line) => line.includes("has until the end")).length, 2);
  });

  it("of names by host it says nothing", () => {
    assert.deepEqual(toldOf(byHost(two), byHost(three), "added"), []);
    assert.deepEqual(toldOf(byHost(three), byHost(two), "removed"), []);
    assert.deepEqual(toldOf(byHost(two), byHost([...two].reverse()), "reversed"), []);
  });

  it("one that is replaced under the name that it has meets itself, unless it is deleted first", () => {
    const route = (name: string, deleteBeforeReplace: boolean): Plan => {
      const plan = planWith([
        { type: "aws:lb/listenerRule:ListenerRule", name: "rule", inputs: { listenerArn: name, priority: 5 } },
      ]);
      const [only] = plan.resources;
      assert.ok(only !== undefined);
      return { ...plan, resources: [{ ...only, deleteBeforeReplace }] };
    };
    const rule = new Set([urnOf("aws:lb/listenerRule:ListenerRule", "rule")]);
    assert.deepEqual(conflicts(route("a", false), route("a", false), rule), [
      'rule takes aws:lb/listenerRule:ListenerRule priority [5,"a"], which it has until the end',
    ]);
    assert.deepEqual(conflicts(route("a", true), route("a", true), rule), []);
  });

  it("two that would both have a name are told", () => {
    const twice = planWith(
      ["one", "two"].map((name) => ({
        type: "aws:ec2/subnet:Subnet",
        name,
        inputs: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24" },
      })),
    );
    assert.deepEqual(conflicts(planWith([]), twice, new Set()), [
      'one and two both have aws:ec2/subnet:Subnet range ["10.0.1.0/24","vpc-1"]',
    ]);
  });
});
