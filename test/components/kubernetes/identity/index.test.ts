import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";

const workloads = ["web", "worker", "beat", "api", "database-roles", "migrate", "vacuum"] as const;

describe("kubernetes identity", () => {
  let identity: Concept;
  before(async () => {
    identity = await conceptOf("fixture-kubernetes-prod", "identity");
  });

  it("is a ServiceAccount for each workload", () => {
    identity.isMadeOf([
      ["core/v1 ServiceAccount", "web", "web"],
      ["core/v1 ServiceAccount", "worker", "worker"],
      ["core/v1 ServiceAccount", "beat", "beat"],
      ["core/v1 ServiceAccount", "api", "api"],
      ["core/v1 ServiceAccount", "vacuum", "vacuum"],
      ["core/v1 ServiceAccount", "database-roles", "database-roles"],
      ["core/v1 ServiceAccount", "migrate", "migrate"],
    ]);
  });

  it("says for whom", () => assert.deepEqual(identity.outputs, { workloads: [...workloads] }));

  it("mounts no token", () => {
    for (const workload of workloads) {
      identity.has("core/v1 ServiceAccount", workload, { automountServiceAccountToken: false });
    }
  });

  it("is the account of every workload's Pod, which mounts none either", () => {
    const pods = identity.plan.resources.flatMap(({ inputs }) => {
      const pod = at(inputs, "spec.template.spec");
      return at(pod, "containers") === undefined ? [] : [pod];
    });
    const accounts = pods.map((pod) => [at(pod, "containers.0.name"), at(pod, "serviceAccountName")]);
    assert.deepEqual(accounts.sort(), [
      ["api", "api"],
      ["beat", "beat"],
      ["database-roles", "database-roles"],
      ["migrate", "migrate"],
      ["nginx", "edge"],
      ["valkey", undefined],
      ["valkey", undefined],
      ["web", "web"],
      ["worker", "worker"],
    ]);
    assert.ok(pods.every((pod) => at(pod, "automountServiceAccountToken") === false));
  });

  it("has no role, so that an account may do nothing in the cluster", () => {
    assert.ok(!identity.plan.resources.some(({ type }) => type.startsWith("kubernetes:rbac.")));
  });
});
