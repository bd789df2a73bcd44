import assert from "node:assert/strict";
import { heldWithNetwork, isHeldNetwork } from "../../delivery/held-network";
import type { Plan, PlanResource } from "../../preview/model/plan";
import { neededBy, resourcesOf } from "../support/plan-queries";
import { planOf } from "../support/plans";
import type { Script } from "./fake-pulumi";
import { runWithPulumi } from "./run-with-pulumi";

const stack = "fixture-gcp-pr7-dev";
const chosen = `--stack ${stack}`;
const down = ["down", "--base", "fixture-gcp-dev", "--pull-request", "7"];
const asked = `--stack ${stack} --non-interactive`;
const found = [
  "stack ls --json --non-interactive",
  `stack select ${asked}`,
  `destroy --preview-only --exec-kind auto.local ${asked}`,
];
const destroy = `destroy --yes --skip-preview --continue-on-error --exec-kind auto.local ${asked}`;
const exported = `stack export ${chosen}`;
const history = `stack history --json --page-size 50 --page 1 ${asked}`;
const at = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();

/** What is left where Cloud Run holds the subnet and Cloud SQL the peering: both, and what has to be there before them. */
function heldOf(plan: Plan): PlanResource[] {
  const held = ["gcp:compute/subnetwork:Subnetwork", "gcp:servicenetworking/connection:Connection"].flatMap((type) =>
    resourcesOf(plan, type),
  );
  return [...new Set([...held, ...held.flatMap((each) => neededBy(plan, each))])].filter(({ custom }) => custom);
}

/** A destroy that fails and leaves these, after others that left them too. */
function failing(resources: readonly PlanResource[], destroyed: readonly number[] = [0]): Script {
  const always = [{ type: "pulumi:pulumi:Stack" }, { type: "pulumi:providers:gcp", custom: true }];
  return {
    "stack ls": [{ prints: [{ name: stack, lastUpdate: at(4) }] }],
    "destroy --yes": [{ code: 255 }],
    "stack export": [{ prints: { deployment: { resources: [...always, ...resources] } } }],
    "stack history": [
      {
        prints: [
          ...destroyed.map((days) => ({ kind: "destroy", startTime: at(days), result: "failed", config: {} })),
          { kind: "update", startTime: at(20), result: "succeeded", config: {} },
          { kind: "destroy", startTime: at(30), result: "failed", config: {} },
        ],
      },
    ],
  };
}

describe("a network of Google Cloud that is still held", function () {
  this.timeout(60_000);

  let plan: Plan;
  let held: PlanResource[];
  before(async () => {
    plan = await planOf("fixture-gcp-dev");
    held = heldOf(plan);
  });

  it("is what the subnet and the peering keep in the plan, and nothing else", () => {
    assert.deepEqual([...new Set(held.map(({ type }) => type))].sort(), heldWithNetwork);
    assert.ok(isHeldNetwork(held));
    const others = plan.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
    const alone = others.filter((each) => !held.includes(each) && isHeldNetwork([...held, each]));
    assert.deepEqual([...new Set(alone.map(({ type }) => type))], ["gcp:projects/service:Service"]);
    assert.equal(isHeldNetwork([]), false);
  });

  it("is left to the nightly run", async () => {
    const { code, calls, stdout } = await runWithPulumi("pr-environment", down, failing(held));
    assert.equal(code, 0);
    assert.deepEqual(calls, [...found, destroy, exported, history]);
    assert.match(stdout, new RegExp(`^${stack}: everything but its network is deleted\\. `, "m"));
  });

  it("is not where something that costs is left, or nothing", async () => {
    for (const left of [[...held, ...resourcesOf(plan, "gcp:sql/databaseInstance:DatabaseInstance")], []]) {
      const { code, stderr } = await runWithPulumi("pr-environment", down, failing(left));
      assert.equal(code, 2);
      assert.match(stderr, /^pr-environment: pulumi destroy ended with 255$/m);
    }
  });

  it("is told of where it is left for longer than anything holds it", async () => {
    const sweep = (destroyed: readonly number[]) =>
      runWithPulumi("pr-environment", ["sweep", "--stack", stack, "--days", "3"], failing(held, destroyed));
    assert.equal((await sweep([0, 3, 6])).code, 0);
    const { code, stderr } = await sweep([0, 3, 6, 9]);
    assert.equal(code, 2);
    assert.ok(
      stderr.includes(
        `pr-environment: ${stack}: only its network has been left since ${at(9).slice(0, 10)}, for more than 7 days. ` +
          'Google Cloud holds it no longer than that: docs/gcp.md, "Destroying and coming back", says how to delete it by hand',
      ),
      stderr,
    );
  });
});
