import assert from "node:assert/strict";
import { authorityName } from "../../../components/kubernetes/network/authority";
import { kubernetesProblems } from "../../../components/kubernetes/problems";
import { topologyOf } from "../../infra/support/configs";

/** A topology whose namespace has this number of characters. */
function named(length: number) {
  const topology = topologyOf("fixture");
  topology.context.name = "n".repeat(length);
  return topology;
}

describe("what a cluster would refuse", () => {
  it("is a namespace whose authority's name is longer than a certificate's common name", () => {
    assert.equal(authorityName(named(55).context).length, 64);
    assert.deepEqual(kubernetesProblems(named(55)), []);
    assert.deepEqual(kubernetesProblems(named(56)), [
      {
        key: "instance",
        found: `makes "${"n".repeat(56)}", a namespace of 56 characters`,
        allowed: "at most 55 for application, environment and instance together, as its authority's name has 64",
      },
    ]);
  });
});
