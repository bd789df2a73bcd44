import type { Topology } from "../topology";
import type { Capability, ConfigKey } from "./capability";
import { capabilities } from "./index";

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
export function refusals(topology: Topology, table: readonly Capability[] = capabilities): Refusal[] {
  const { cloud } = topology.context;
  return table.flatMap(({ concept, option, clouds, askedBy, asked }) => {
    const support = clouds[cloud];
    if (support.level !== "refused" || askedBy === undefined) return [];
    return askedBy(topology).map((asker) => {
      const component = asker === "" ? concept : `${concept} "${asker}"`;
      return {
        component,
        option: `${concept}.${option}`,
        cloud,
        reason: support.reason,
        asked,
        message: `${component}: ${cloud} has no ${concept}.${option}: ${support.reason}`,
      };
    });
  });
}
