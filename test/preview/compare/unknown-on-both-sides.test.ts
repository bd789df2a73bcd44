import assert from "node:assert/strict";
import { comparePlans } from "../../../preview/compare/compare";
import type { PlanResource } from "../../../preview/model/plan";
import { unknownText } from "../../../preview/model/wire";
import { type Made, planWith, urnOf } from "../../support/plan-with";

const address = (name: string, more: Partial<PlanResource> = {}): Made => ({
  type: "gcp:compute/globalAddress:GlobalAddress",
  name,
  inputs: { name },
  ...more,
});
const urn = (name: string) => urnOf("gcp:compute/globalAddress:GlobalAddress", name);
const record = (of: readonly string[], value = unknownText): Made => ({
  type: "gcp:dns/recordSet:RecordSet",
  name: "record",
  inputs: { rrdatas: [value] },
  propertyDependencies: { rrdatas: of.map(urn) },
});

function told(before: readonly Made[], after: readonly Made[]): string[] {
  const { changes } = comparePlans(planWith(before), planWith(after), "base");
  return changes.map(({ name, action, properties }) =>
    [name, action, ...properties.map(({ path, kind }) => `${path} ${kind}`)].join(" "),
  );
}

describe("a value that is not known on both sides", () => {
  it("is the same where it is made of the same", () => {
    const plan = [address("a"), record(["a"])];
    assert.deepEqual(told(plan, plan), ["a unchanged", "record unchanged"]);
  });

  it("is the same where what it is made of has another name", () => {
    assert.deepEqual(
      told(
        [address("a"), record(["a"])],
        [address("b", { aliases: [urn("a")], inputs: { name: "a" } }), record(["b"])],
      ),
      ["b unchanged", "record unchanged"],
    );
  });

  it("is not comparable where it is made of something else, or of nothing that is known", () => {
    const both = [address("a"), address("b")];
    const open = ["a unchanged", "b unchanged", "record unchanged rrdatas[0] not comparable"];
    assert.deepEqual(told([...both, record(["a"])], [...both, record(["b"])]), open);
    assert.deepEqual(told([...both, record(["a"])], [...both, record(["a", "b"])]), open);
    assert.deepEqual(told([...both, record([])], [...both, record([])]), open);
  });

  it("changes with what it is made of, where that is made anew", () => {
    const moved = address("a", { inputs: { name: "other" } });
    assert.deepEqual(told([address("a"), record(["a"])], [moved, record(["a"])]), [
      "a replace name changed",
      "record update rrdatas[0] not comparable",
    ]);
  });

  it("is a change where it was known before", () => {
    assert.deepEqual(told([address("a"), record(["a"], "203.0.113.7")], [address("a"), record(["a"])]), [
      "a unchanged",
      "record update rrdatas[0] not comparable",
    ]);
  });
});
