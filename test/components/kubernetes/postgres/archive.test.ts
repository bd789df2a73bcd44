import assert from "node:assert/strict";
import { images } from "../../../../components/kubernetes/own-images";
import { topologyOfStack } from "../../../parity/topologies";
import { at } from "../../../support/concept";
import { stackNamed } from "../../../support/fixture/stacks";
import { resourceOf } from "../../../support/plan-queries";
import type { VariantAnswer } from "../../../support/variants/request";
import { variantsOf } from "../../../support/variants/variants";
import type { WholeTopology } from "../../../support/whole";

const stack = "fixture-kubernetes-prod";
const name = "fixture-prod-postgres";

const variants: Readonly<Record<string, Partial<{ version: string; backupName: string; slow: number }>>> = {
  "as it is": {},
  "a newer major version": { version: "17" },
  "another parameter": { slow: 1000 },
  "a given name": { backupName: "second" },
  "another given name": { backupName: "third" },
  "a given name and a newer major version": { backupName: "second", version: "17" },
};

describe("kubernetes postgres: the archive", function () {
  this.timeout(120_000);
  let plans: VariantAnswer["plans"];
  let changes: VariantAnswer["changes"];
  before(async () => {
    const topologies = Object.fromEntries(
      Object.entries(variants).map(([title, { version, backupName, slow }]): [string, WholeTopology] => {
        const topology = topologyOfStack(stack);
        topology.postgres.version = version ?? topology.postgres.version;
        topology.postgres.slowQueryMilliseconds = slow ?? topology.postgres.slowQueryMilliseconds;
        Object.assign(topology.platform.kubernetes ?? assert.fail(), { backupName });
        return [title, topology];
      }),
    );
    ({ plans, changes } = await variantsOf({
      config: stackNamed(stack).config,
      topologies,
      compared: [
        ["as it is", "a newer major version"],
        ["as it is", "a given name"],
      ],
    }));
  });

  const plan = (title: string) => plans[title] ?? assert.fail(title);
  const cluster = (title: string, path: string) =>
    at(resourceOf(plan(title), "kubernetes:postgresql.cnpg.io/v1:Cluster", `${name}-cluster`).inputs, `spec.${path}`);
  const folder = (title: string) => String(cluster(title, "plugins.0.parameters.serverName"));
  const schedule = (title: string) => {
    const type = "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup";
    const { inputs } = resourceOf(plan(title), type, `${name}-daily-backup`);
    assert.equal(at(inputs, "spec.immediate"), true);
    return String(at(inputs, "metadata.name"));
  };

  it("is another folder for each major version, which begins its timeline anew, and no other for a parameter", () => {
    assert.equal(cluster("a newer major version", "imageName"), images.postgres["17"]);
    assert.match(folder("as it is"), /-pg15$/);
    assert.match(folder("a newer major version"), /-pg17$/);
    assert.match(folder("another parameter"), /-pg15$/);
    assert.equal(folder("a given name"), "second-pg15");
    assert.equal(folder("a given name and a newer major version"), "second-pg17");
  });

  it("has a schedule of its own in each folder, as it makes a backup at once only when it is new", () => {
    assert.equal(schedule("another parameter"), schedule("as it is"));
    const others = Object.keys(variants).filter((title) => title !== "another parameter");
    assert.equal(new Set(others.map(schedule)).size, others.length);
    assert.equal(schedule("as it is"), "postgres-daily-pg15");
  });

  it("makes nothing of the database anew for either", () => {
    const replaced = changes.map((list) => list.filter(({ action }) => action === "replace" || action === "delete"));
    assert.deepEqual(
      replaced.map((list) => list.map((change) => `${change.action} ${change.name}`)),
      [[`replace ${name}-daily-backup`], [`replace ${name}-daily-backup`, `delete ${name}-archive`]],
    );
  });

  it("gives what the operator makes only labels that the operator has none of", () => {
    const inherited = Object.keys(cluster("as it is", "inheritedMetadata.labels") as object);
    assert.deepEqual(inherited.sort(), ["app", "app.kubernetes.io/part-of", "environment", "isotopo.dev/part"]);
  });
});
