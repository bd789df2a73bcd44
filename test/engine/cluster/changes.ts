import { volumeGiB } from "../../../components/kubernetes/redis/sizes";
import type { Change, Changes } from "../lives/steps";

/** The class of the tests' own volumes; `place.ts` makes it. */
export const storageClass = "isotopo-tests";

/**
 * Changes as a stack on a cluster of the tests has them. Pods are ready for a second, and not for ten, before they count: that is
 * waiting, and nothing that is tested here. Claims never shrink, so that a stack with less memory for Redis says how large its volumes
 * are (docs/kubernetes.md, "Day 2").
 */
export function onTestCluster([first, ...later]: Changes): Changes {
  let largestGiB = 0;
  const placed = ({ topology, ...change }: Change): Change => {
    const own = structuredClone(topology);
    for (const { rollout } of own.compute.services) rollout.minReadySeconds = 1;
    const sizes = own.redis.map((spec) => volumeGiB(spec));
    const { kubernetes } = own.platform;
    if (kubernetes === undefined) throw new Error(`${own.context.name} is on no cluster`);
    kubernetes.storageClass = storageClass;
    if (sizes.some((size) => size < largestGiB)) kubernetes.redisVolumeGiB = largestGiB;
    largestGiB = Math.max(largestGiB, ...sizes);
    return { ...change, topology: own };
  };
  return [placed(first), ...later.map(placed)];
}

/** Steps of a shipped stack's life, by their names; the fixture's lives have all kinds of them. */
const shortly = ["first", "larger, and new images", "rotation of each secret", "protection off"];

/** A shorter life: each command on a cluster takes its time. */
export function shortened([first, ...later]: Changes): Changes {
  return [first, ...later.filter(({ name }) => shortly.includes(name))];
}
