import type { Fact } from "../fact";
import { workloadFacts } from "./compute";
import { postgresFacts, redisFacts, storageFacts } from "./data";
import { edgeFacts, routeFacts } from "./edge";
import { foundationFacts } from "./foundation";
import { serviceFacts } from "./services";

const all = {
  ...foundationFacts,
  ...postgresFacts,
  ...redisFacts,
  ...storageFacts,
  ...workloadFacts,
  ...serviceFacts,
  ...routeFacts,
  ...edgeFacts,
} as const;

/** Name of a fact: its concept, and what is asked. */
export type FactName = keyof typeof all;

/** Everything that has to reach the native resources of every cloud. */
export const facts: Readonly<Record<FactName, Fact>> = all;

/** Names of all facts. */
export const factNames: readonly FactName[] = Object.keys(all).filter(isFactName).sort();

function isFactName(name: string): name is FactName {
  return name in all;
}
