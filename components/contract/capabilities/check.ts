import { workloadsOf } from "../compute";
import { type TopologyConcept, topologyConcepts } from "../concepts";
import { supportOf, type Target } from "../target-spec";
import type { Topology } from "../topology";
import type { ConfigKey } from "./capability";
import { conceptOf, options } from "./index";

/** Something that a topology asks of a cloud that has not got it. */
export interface Refusal {
  /** The part that asks, for example `redis "queue"`. */
  component: string;
  /** The option, or the concept where the cloud has nothing of it. */
  option: string;
  cloud: string;
  reason: string;
  /** The config key that may have asked. */
  configKey?: ConfigKey;
  message: string;
}

/** Everything that a topology asks of its cloud and can't have. Empty where all is well. */
export function refusals(topology: Topology, target: Pick<Target, "concepts">): Refusal[] {
  return [...refusedConcepts(topology, target), ...refusedOptions(topology, target)];
}

/**
 * Names of the parts of a topology that ask for a concept; one without a name where it has none. What every topology has asks for
 * nothing by itself: without workloads and data nothing needs a network, images or identities.
 */
const usersOf: { [K in TopologyConcept]: (topology: Topology) => string[] } = {
  network: () => [],
  secrets: ({ secrets }) => secrets.map(({ name }) => name),
  images: () => [],
  postgres: ({ postgres }) => (postgres === undefined ? [] : [""]),
  redis: ({ redis }) => redis.map(({ name }) => name),
  storage: ({ storage }) => storage.map(({ name }) => name),
  identity: () => [],
  compute: ({ compute }) => workloadsOf(compute).map(({ name }) => name),
  edge: ({ edge }) => (edge === undefined ? [] : [""]),
};

/** One refusal for each concept that the target has not got and the topology has. */
function refusedConcepts(topology: Topology, { concepts }: Pick<Target, "concepts">): Refusal[] {
  const { cloud } = topology.context;
  return topologyConcepts.flatMap((concept) => {
    const offer = concepts[concept];
    const users = usersOf[concept](topology).map((name) => (name === "" ? concept : `${concept} "${name}"`));
    if (!("refused" in offer) || users.length === 0) return [];
    const component = users.join(", ");
    const message = `${component}: ${cloud} has no ${concept}: ${offer.refused}`;
    return [{ component, option: concept, cloud, reason: offer.refused, message }];
  });
}

/** One for each part that asks for an option which the target has not got, of a concept that it has. */
function refusedOptions(topology: Topology, target: Pick<Target, "concepts">): Refusal[] {
  const { cloud } = topology.context;
  return options.flatMap(({ name, usedBy: users, configKey }) => {
    const support = supportOf(target, name);
    const concept = conceptOf(name);
    if (support.level !== "refused" || users === undefined || "refused" in target.concepts[concept]) return [];
    return users(topology).map((user) => {
      const component = user === "" ? concept : `${concept} "${user}"`;
      const message = `${component}: ${cloud} has no ${name}: ${support.reason}`;
      return { component, option: name, cloud, reason: support.reason, configKey, message };
    });
  });
}
