import { computeOptions } from "../compute/options";
import { type Concept, concepts } from "../concepts";
import { edgeOptions } from "../edge/options";
import { identityOptions } from "../identity/options";
import { imagesOptions } from "../images/options";
import { networkOptions } from "../network/options";
import { postgresOptions } from "../postgres/options";
import { redisOptions } from "../redis/options";
import { registryOptions } from "../registry/options";
import { secretsOptions } from "../secrets/options";
import { storageOptions } from "../storage/options";
import type { Option, OptionsOf, Support } from "./capability";

/** The options of each concept: the compiler names a concept that has none. */
const optionsByConcept = {
  registry: registryOptions,
  network: networkOptions,
  secrets: secretsOptions,
  images: imagesOptions,
  postgres: postgresOptions,
  redis: redisOptions,
  storage: storageOptions,
  identity: identityOptions,
  compute: computeOptions,
  edge: edgeOptions,
} as const satisfies { [K in Concept]: OptionsOf<K> };

/** Name of an option of one concept, with the concept before it: `compute.autoscaling.scaleToZero`. */
export type OptionNameOf<K extends Concept> = (typeof optionsByConcept)[K][number]["name"];

/** Name of an option of the contract. */
export type OptionName = OptionNameOf<Concept>;

/** A target's support of every option of a concept, by name: the compiler names a missing one. */
export type ConceptOptions<K extends Concept> = Readonly<Record<OptionNameOf<K>, Support>>;

/** Every option whose meaning or presence a user could ask about, concept by concept. */
export const options: readonly (Option & { name: OptionName })[] = concepts.flatMap(
  (concept): readonly (Option & { name: OptionName })[] => optionsByConcept[concept],
);

/** The concept of an option. */
export function conceptOf(name: OptionName): Concept {
  const found = concepts.find((concept) => name.startsWith(`${concept}.`));
  if (found === undefined) throw new Error(`${name} names no concept`);
  return found;
}
