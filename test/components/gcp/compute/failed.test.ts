import assert from "node:assert/strict";
import type { Topology } from "../../../../components/contract";
import { failedRun, failedStart, refuseFailed } from "../../../../components/gcp/compute/failed";
import { topologyOfStack } from "../../../parity/topologies";
import { variantsOf } from "../../../support/variants/variants";

const topology = topologyOfStack("fixture-gcp-prod");
/** One service, so that it is known which one is told of. */
const oneService = topologyOfStack("small-gcp-prod");
const { migrations } = topology.compute;
const [job] = migrations.map((migration) => ({ ...migration, name: "cleanup", schedule: "0 3 * * *" }));
const byTheClock = {
  ...topology,
  compute: { ...topology.compute, migrations: [], cronJobs: job ? [job] : [] },
};
const types = ["service:Service", "workerPool:WorkerPool", "job:Job"].map((type) => `gcp:cloudrunv2/${type}`);
const [service = "", workerPool = "", runJob = ""] = types;

const failures: [what: string, type: string, of: Topology, message: string][] = [
  ["a service", service, oneService, 'workload "web": its last revision has failed (it did not start); '],
  ["a worker pool", workerPool, topology, "its last revision has failed (it did not start); "],
  ["a migration", runJob, topology, 'migration "database-roles": its last run has failed (it did not start); '],
  ["a job by the clock", runJob, byTheClock, 'workload "cleanup": its last revision has failed (it did not start); '],
];

/** What an update has to know of a database to go through. */
const database = {
  "gcp:sql/databaseInstance:DatabaseInstance": {
    dnsNames: [
      { connectionType: "PRIVATE_SERVICES_ACCESS", dnsScope: "INSTANCE", name: "x.europe-west1.sql-psa.goog." },
    ],
  },
};

/** An update of a whole stack, of which Cloud Run says this, by types. */
function updated(of: Topology, failing: readonly string[], state: string) {
  const terminalConditions = [{ state, message: "it did not start" }];
  const answers = { ...database, ...Object.fromEntries(failing.map((type) => [type, { terminalConditions }])) };
  const config = { "gcp:project": "acme-project", "gcp:region": "europe-west1" };
  return variantsOf({ config, topologies: { of }, answers, compared: [] });
}

describe("what has failed on Cloud Run", function () {
  this.timeout(240_000);

  it("is told of with what is allowed, and how to go on", () => {
    refuseFailed(failedRun("migrate"), []);
    refuseFailed(failedStart("web"), [{ state: "CONDITION_SUCCEEDED" }, { state: "CONDITION_RECONCILING" }]);
    const failed = [{ state: "CONDITION_FAILED", message: "Task failed" }];
    assert.throws(() => refuseFailed(failedRun("migrate"), failed), {
      message:
        'migration "migrate": its last run has failed (Task failed); allowed: a run that succeeded. ' +
        "Deploy an image that fixes it, or raise isotopo:migrationRun to run the same one again",
    });
    assert.throws(() => refuseFailed(failedStart("web"), failed), {
      message:
        'workload "web": its last revision has failed (Task failed); allowed: a revision that starts. ' +
        "Deploy an image that starts, or raise isotopo:run to start the same one again",
    });
  });

  for (const [what, type, of, message] of failures) {
    it(`ends an update that is repeated: ${what}`, async () => {
      await assert.rejects(updated(of, [type], "CONDITION_FAILED"), (error) => String(error).includes(message));
    });
  }

  it("is not what has succeeded", async () => {
    await updated(topology, types, "CONDITION_SUCCEEDED");
  });
});
