import assert from "node:assert/strict";
import { targetNames, targets } from "../../components/targets";
import { productionsOn } from "../parity/topologies";
import { rotationFaults } from "../support/rotation/judge";
import { rotationsOf } from "../support/rotation/rotations";
import { variantsBefore } from "../support/variants/before";

for (const cloud of targetNames) {
  const stacks = productionsOn(cloud);
  const rotations = stacks.flatMap(({ stack, topology }) =>
    rotationsOf(topology, targets[cloud]).map((rotation) => ({
      stack,
      base: topology,
      rotation,
      name: `${stack}: ${rotation.kind}`,
    })),
  );

  describe(`rotation on ${cloud}`, function () {
    // All plans of a cloud are made by one program, for which the first row waits.
    this.timeout(600_000);
    const answer = variantsBefore(cloud, () => ({
      topologies: Object.fromEntries([
        ...stacks.map(({ stack, topology }) => [stack, topology] as const),
        ...rotations.map(({ name, rotation }) => [name, rotation.topology] as const),
      ]),
      secretValues: Object.fromEntries(rotations.map(({ name, rotation }) => [name, rotation.values])),
      compared: rotations.map(({ stack, name }) => [stack, name]),
    }));

    rotations.forEach(({ base, rotation, name }, index) => {
      it(`${name} reach the workloads that use them, and no other`, async () => {
        const { plans, changes } = await answer();
        const [after, found] = [plans[name], changes[index]];
        assert.ok(after !== undefined && found !== undefined);
        const migrations = base.compute.migrations.map((migration) => migration.name);
        const rotated = { cloud, topology: base.context.name, migrations, rotation, after, changes: found };
        assert.deepEqual(rotationFaults(rotated), []);
      });
    });
  });
}
