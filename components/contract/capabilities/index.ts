import { type Concept, concepts, type Option, type Support } from "./capability";
import { cdnOptions } from "./cdn";
import { computeOptions } from "./compute";
import { dataOptions } from "./data";
import { foundationOptions } from "./foundation";

const all = [...foundationOptions, ...dataOptions, ...computeOptions, ...cdnOptions] as const;

/** Name of an option of the contract: `compute.autoscaling.scaleToZero`. */
export type OptionName = (typeof all)[number]["name"];

/** What one cloud makes of every option, by its name: the compiler names what is missing. */
export type CloudCapabilities = Readonly<Record<OptionName, Support>>;

/** Every option whose meaning or presence a user could ask about, concept by concept. */
export const options: readonly (Option & { name: OptionName })[] = all;

/** The concept of an option. */
export function conceptOf(name: OptionName): Concept {
  const found = concepts.find((concept) => name.startsWith(`${concept}.`));
  if (found === undefined) throw new Error(`${name} names no concept`);
  return found;
}
