import assert from "node:assert/strict";
import type { Topology } from "../../components/contract";
import { type TargetName, targetNames } from "../../components/targets";
import { topologyOfStack } from "../parity/topologies";
import { stackNamed } from "../support/fixture/stacks";
import { variantsOf } from "../support/variants/variants";

/** What becomes another for a service, by type. */
const started: Readonly<Record<TargetName, Readonly<Record<string, string>>>> = {
  aws: {
    "aws:ecs/service:Service": "taskDefinition",
    "aws:ecs/taskDefinition:TaskDefinition": 'containerDefinitions[0].dockerLabels["isotopo.run"]',
  },
  gcp: {
    "gcp:cloudrunv2/service:Service": "template.labels.run",
    "gcp:cloudrunv2/workerPool:WorkerPool": "template.labels.run",
  },
  azure: { "azure-native:app:ContainerApp": "template.containers[0].env[].value" },
  kubernetes: { "kubernetes:apps/v1:Deployment": 'spec.template.metadata.annotations["isotopo.dev/run"]' },
};

/** The topology with the services of this run. */
function ofRun(topology: Topology, run: number): Topology {
  const services = topology.compute.services.map((service) => ({ ...service, run }));
  return { ...topology, compute: { ...topology.compute, services } };
}

describe("a higher isotopo:run", function () {
  this.timeout(240_000);

  for (const cloud of targetNames) {
    it(`starts each service again, and nothing else, on ${cloud}`, async () => {
      const stack = `fixture-${cloud}-dev`;
      const topology = topologyOfStack(stack);
      const { changes } = await variantsOf({
        config: stackNamed(stack).config,
        topologies: { first: topology, second: ofRun(topology, 2) },
        compared: [["first", "second"]],
      });
      const changed = (changes[0] ?? []).filter(({ action, custom }) => custom && action !== "unchanged");
      for (const { name, type, properties } of changed) {
        const paths = properties.map(({ path }) => path.replace(/env\[\d+\]/, "env[]"));
        assert.deepEqual(paths, [started[cloud][type]], `${type} ${name}`);
      }
      const touched = topology.compute.services.map(({ name }) =>
        changed.filter((change) => change.name.startsWith(`fixture-dev-compute-${name}`)),
      );
      assert.ok(touched.every((its) => its.length > 0));
      assert.equal(touched.flat().length, changed.length);
    });
  }
});
