import assert from "node:assert/strict";
import { afterPause, mostAttempts, pauseSeconds } from "../../../components/azure/busy";
import { topologyOfStack } from "../../parity/topologies";
import { conceptOf } from "../../support/concept";
import { stackNamed } from "../../support/fixture/stacks";
import { ownKeys, planOf } from "../../support/plans";
import { variantsOf } from "../../support/variants/variants";

const config = stackNamed("fixture-azure-prod").config;

/** What `azure-native` says of a refusal. */
const refused = (code: string, status = 409) =>
  `Status=${status} Code="${code}" Message="Cannot complete operation while server 'shop' is busy processing another operation."`;

/** What is said of errors, and how long was waited before. */
async function said(...errors: string[]): Promise<{ again: boolean; waited: number[] }> {
  const waited: number[] = [];
  const again = await afterPause(errors, async (seconds) => waited.push(seconds));
  return { again, waited };
}

describe("an Azure that is busy", () => {
  for (const code of ["ServerIsBusy", "ServerBusy", "StorageAccountOperationInProgress", "RetryableError"]) {
    it(`is asked again after a pause: ${code}`, async () => {
      assert.deepEqual(await said(refused(code)), { again: true, waited: [pauseSeconds] });
    });
  }

  it("is not asked again where the last failure is another one", async () => {
    const other = 'Status=400 Code="InvalidParameterValue" Message="Invalid value given for parameter."';
    for (const errors of [[other], [other, refused("ServerIsBusy")], []]) {
      assert.deepEqual(await said(...errors), { again: false, waited: [] });
    }
  });

  it("is given up after half an hour", async () => {
    const refusals = (count: number) => Array<string>(count).fill(refused("ServerIsBusy"));
    assert.equal((await said(...refusals(mostAttempts - 1))).again, true);
    assert.equal((await said(...refusals(mostAttempts))).again, false);
    assert.equal(mostAttempts * pauseSeconds, 1800);
  });
});

describe("what is made of a server", () => {
  it("is tried again while the server is busy, on every stack", async () => {
    for (const stack of ["fixture-azure-prod", "fixture-azure-prod", "small-azure-dev"]) {
      const { plan, component } = await conceptOf(stack, "postgres");
      const found = plan.resources.filter(
        ({ parent, type }) =>
          parent === component.urn && /:(dbforpostgresql:\w+|monitor:DiagnosticSetting)$/.test(type),
      );
      assert.ok(found.length >= 7, stack);
      for (const { name, hooks } of found) assert.deepEqual(hooks?.onError, [`${component.name}-busy`], name);
    }
  });

  it("is made one after the other: parameters, database, each replica", async () => {
    const topology = topologyOfStack("fixture-azure-prod");
    const three = { ...topology, postgres: { ...topology.postgres, readReplicas: 3 } };
    const { plans } = await variantsOf({ config, topologies: { three }, compared: [] });
    const resources = plans.three?.resources ?? [];
    const urnOf = (suffix: string) => resources.find(({ name }) => name === `fixture-prod-postgres-${suffix}`)?.urn;
    const order = [
      ...["require-secure-transport", "ssl-min-protocol-version", "log-min-duration-statement"],
      ...["pg-qs-query-capture-mode", "pgms-wait-sampling-query-capture-mode", "database"],
      ...["replica-1", "replica-2", "replica-3"],
    ];
    for (const [i, suffix] of order.entries()) {
      const before = urnOf(order[i - 1] ?? "server");
      const made = resources.find(({ urn }) => urn === urnOf(suffix));
      assert.ok(before !== undefined && made?.dependencies.includes(before), suffix);
    }
  });
});

describe("waits for roles", () => {
  it("are Pulumi's own, before it makes what stands for the assignments", async () => {
    const plan = await planOf("fixture-azure-prod", {}, ownKeys);
    const waits = plan.resources.filter(({ hooks }) => hooks !== undefined && hooks.beforeCreate.length > 0);
    assert.deepEqual(waits.map(({ name }) => name.replace("fixture-prod-", "")).sort(), [
      "compute-roles",
      "network-flow-logs-role",
      "postgres-key-role",
      "redis-cache-key-role",
      "redis-queue-key-role",
      "storage-key-role",
    ]);
    for (const { type, dependencies, name } of waits) {
      assert.equal(type, "random:index/randomUuid:RandomUuid");
      assert.ok(
        dependencies.some((urn) => urn.includes("authorization:RoleAssignment")),
        name,
      );
    }
  });
});
