import { supportOf, type Target } from "../target";
import type { Topology } from "../topology";
import type { ConfigKey } from "./capability";
import { conceptOf, options } from "./index";

/** Something that a topology asks of a cloud that has not got it. */
export interface Refusal {
  /** The part that asks, for example `redis "queue"`. */
  component: string;
  option: string;
  cloud: string;
  reason: string;
  /** The config key that may have asked. */
  asked?: ConfigKey;
  message: string;
}

/** Everything that a topology asks of its cloud and can't have. Empty where all is well. */
export function refusals(topology: Topology, target: Pick<Target, "concepts">): Refusal[] {
  const { cloud } = topology.context;
  return options.flatMap(({ name, askedBy, asked }) => {
    const support = supportOf(target, name);
    if (support.level !== "refused" || askedBy === undefined) return [];
    const concept = conceptOf(name);
    return askedBy(topology).map((asker) => {
      const component = asker === "" ? concept : `${concept} "${asker}"`;
      const message = `${component}: ${cloud} has no ${name}: ${support.reason}`;
      return { component, option: name, cloud, reason: support.reason, asked, message };
    });
  });
}
