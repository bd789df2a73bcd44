import { postgresSizes, type Target } from "../../../components/contract";
import { changed, filled } from "../../support/lists/changes";
import { unprotected } from "../../support/removal/unprotected";
import { rotationsOf } from "../../support/rotation/rotations";
import type { WholeTopology } from "../../support/whole";
import type { LifeStep } from "./program/step";

/** A change of day 2. */
export interface Change extends LifeStep {
  name: string;
  topology: WholeTopology;
  /** The cloud fails in the middle of it, and it is run again. */
  fails?: true;
}

/** What a stack becomes one after the other, from its first `up` to what can be destroyed. */
export function changesOf(shipped: WholeTopology, target: Pick<Target, "concepts">): readonly [Change, ...Change[]] {
  const first = filled(shipped);
  const larger = enlarged(first);
  const more = changed(larger, "added in the middle");
  const newer = structuredClone(first);
  newer.postgres.version = String(Number(first.postgres.version) + 1);
  return [
    change("first", first),
    change("larger, and new images", larger),
    { ...change("one more of everything", more), fails: true },
    change("protection off for a while", unprotected(more)),
    change("taken away again, and protected", larger),
    change("every list reversed", changed(larger, "reversed")),
    change("smaller, and the images of before", first),
    ...rotationsOf(first, target).map(({ kind, topology, values }) => ({
      ...change(`rotation of ${kind}`, topology),
      secretValues: { ...values },
    })),
    change("PostgreSQL's next major version", newer),
    change("protection off", unprotected(newer)),
  ];
}

function change(name: string, topology: WholeTopology): Change {
  return { name, topology, secretValues: {} };
}

/** The next size of everything, more replicas, and other images. */
function enlarged(base: WholeTopology): WholeTopology {
  const topology = structuredClone(base);
  const { postgres, redis, compute } = topology;
  postgres.size = postgresSizes[postgresSizes.indexOf(postgres.size) + 1] ?? postgres.size;
  for (const one of redis) one.memoryMiB *= 2;
  for (const workload of [...compute.services, ...compute.migrations, ...compute.cronJobs]) {
    workload.image = workload.image.replace(/@sha256:.*/, `@sha256:${"1".repeat(64)}`);
  }
  for (const { autoscaling, kind } of compute.services) {
    if (kind !== "scheduler") autoscaling.maxReplicas += 2;
  }
  return topology;
}
