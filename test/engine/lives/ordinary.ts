import { postgresSizes, type Target } from "../../../components/contract";
import { rotationsOf } from "../../support/rotation/rotations";
import type { WholeTopology } from "../../support/whole";

/** A change of a topology that is made in a copy. */
export type Ordinary = (topology: WholeTopology) => void;

/** The next size of everything, more replicas, and other images. */
export const larger: Readonly<Record<string, Ordinary>> = {
  "new images": ({ compute }) => {
    for (const workload of [...compute.services, ...compute.migrations, ...compute.cronJobs]) {
      workload.image = workload.image.replace(/@sha256:.*/, `@sha256:${"1".repeat(64)}`);
    }
  },
  "more replicas": ({ compute }) => {
    for (const { autoscaling, kind } of compute.services) if (kind !== "scheduler") autoscaling.maxReplicas += 2;
  },
  "a larger database": ({ postgres }) => {
    postgres.size = postgresSizes[postgresSizes.indexOf(postgres.size) + 1] ?? postgres.size;
  },
  "a larger Redis": ({ redis }) => {
    for (const one of redis) one.memoryMiB *= 2;
  },
};

/** A topology after these changes. */
export function after(base: WholeTopology, ...changes: readonly Ordinary[]): WholeTopology {
  const topology = structuredClone(base);
  for (const change of changes) change(topology);
  return topology;
}

/** PostgreSQL's next major version. */
export const nextMajor: Ordinary = ({ postgres }) => {
  postgres.version = String(Number(postgres.version) + 1);
};

/** A topology after the rotation of each of its secrets, one kind behind the other. */
export function rotated(
  base: WholeTopology,
  target: Pick<Target, "concepts">,
): { topology: WholeTopology; secretValues: Record<string, string> } {
  let topology = base;
  const secretValues: Record<string, string> = {};
  for (const { kind } of rotationsOf(base, target)) {
    const next = rotationsOf(topology, target).find((rotation) => rotation.kind === kind);
    if (next === undefined) throw new Error(`no rotation of ${kind} after the others`);
    topology = next.topology;
    Object.assign(secretValues, next.values);
  }
  return { topology, secretValues };
}
