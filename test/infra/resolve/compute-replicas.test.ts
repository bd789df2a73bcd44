import assert from "node:assert/strict";
import { type EnvironmentName, environmentNames } from "../../../components/contract";
import { ConfigProblems } from "../../../infra/config/parser/problems";
import { fixtureApplications } from "../../support/fixture/applications";
import { parsedOf, resolvedOf, topologyOf, validConfig } from "../support/configs";

interface Replicas {
  minimum?: number;
  maximum?: number;
}

/** Least and most instances of each service. */
function boundsOf(app: string, environment: EnvironmentName, replicas: Replicas): Record<string, [number, number]> {
  const { compute } = topologyOf(app, environment, { overrides: { replicas } });
  return Object.fromEntries(
    compute.services.map(({ name, autoscaling }) => [name, [autoscaling.minReplicas, autoscaling.maxReplicas]]),
  );
}

describe("replicas", () => {
  const rows: [app: string, environment: EnvironmentName, replicas: Replicas, bounds: ReturnType<typeof boundsOf>][] = [
    ["fixture", "prod", {}, { web: [3, 10], worker: [2, 2], beat: [1, 1], api: [3, 9] }],
    ["fixture", "staging", {}, { web: [1, 4], worker: [1, 1], beat: [1, 1], api: [1, 4] }],
    ["fixture", "dev", {}, { web: [1, 2], worker: [1, 1], beat: [1, 1], api: [1, 2] }],
    ["fixture", "prod", { minimum: 4, maximum: 8 }, { web: [4, 8], worker: [4, 8], beat: [1, 1], api: [4, 8] }],
    ["fixture", "prod", { minimum: 3 }, { web: [3, 10], worker: [3, 3], beat: [1, 1], api: [3, 9] }],
    ["fixture", "prod", { maximum: 1 }, { web: [1, 1], worker: [1, 1], beat: [1, 1], api: [1, 1] }],
    ["fixture", "prod", { maximum: 4 }, { web: [3, 4], worker: [2, 4], beat: [1, 1], api: [3, 4] }],
    ["fixture", "staging", { minimum: 3 }, { web: [3, 4], worker: [3, 3], beat: [1, 1], api: [3, 4] }],
    ["fixture", "staging", { minimum: 5 }, { web: [5, 5], worker: [5, 5], beat: [1, 1], api: [5, 5] }],
    ["fixture", "dev", { minimum: 2 }, { web: [2, 2], worker: [2, 2], beat: [1, 1], api: [2, 2] }],
    ["small", "prod", {}, { web: [2, 10] }],
    ["small", "staging", {}, { web: [1, 4] }],
    ["small", "dev", { maximum: 20 }, { web: [1, 20] }],
  ];
  for (const [app, environment, replicas, bounds] of rows) {
    it(`of ${app} in ${environment} with ${JSON.stringify(replicas)}`, () => {
      assert.deepEqual(boundsOf(app, environment, replicas), bounds);
    });
  }

  it("follow the stack on the side that it does not set, and are then the stack's", () => {
    for (const replicas of [{ minimum: 11 }, { maximum: 1 }]) {
      const { origins } = resolvedOf({ ...validConfig("fixture"), overrides: { replicas } });
      const bounds = ["minReplicas", "maxReplicas"].map((bound) => origins[`compute.services.0.autoscaling.${bound}`]);
      assert.deepEqual(bounds, ["stack", "stack"]);
    }
  });

  it("of what must run once are one, whatever the stack says", () => {
    for (const environment of environmentNames) {
      const { value, origins } = resolvedOf({
        ...validConfig("fixture", "aws", environment),
        overrides: { replicas: { minimum: 3, maximum: 5 } },
      });
      const i = value.compute.services.findIndex(({ kind }) => kind === "scheduler");
      const { autoscaling, rollout } = value.compute.services[i] ?? {};
      assert.deepEqual([autoscaling?.minReplicas, autoscaling?.maxReplicas], [1, 1]);
      assert.deepEqual([rollout?.strategy, rollout?.maxSurge, rollout?.maxUnavailable], ["recreate", 0, 1]);
      assert.equal(origins[`compute.services.${i}.autoscaling.minReplicas`], "app");
    }
  });

  const oneSided: Replicas[] = [{}, { minimum: 1 }, { minimum: 3 }, { minimum: 7 }, { maximum: 1 }, { maximum: 2 }];
  for (const replicas of oneSided) {
    it(`are never more at least than at most, or refused, with ${JSON.stringify(replicas)}`, () => {
      for (const app of fixtureApplications.names()) {
        for (const environment of environmentNames) {
          if (isRefused(app, environment, replicas)) continue;
          for (const [service, [minimum, maximum]] of Object.entries(boundsOf(app, environment, replicas))) {
            assert.ok(minimum <= maximum, `${app} ${environment} ${service}: ${minimum} to ${maximum}`);
          }
        }
      }
    });
  }
});

function isRefused(app: string, environment: EnvironmentName, replicas: Replicas): boolean {
  try {
    parsedOf({ ...validConfig(app, "aws", environment), overrides: { replicas } });
    return false;
  } catch (error) {
    if (error instanceof ConfigProblems) return true;
    throw error;
  }
}
