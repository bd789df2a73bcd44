import type { Concept } from "../concepts";
import type { Topology } from "../topology";

/** A target's support of an option. */
export type Support =
  /** It means there what it says here. */
  | { level: "full"; by: string }
  /** It is there, but means something else; `difference` says what. */
  | { level: "different"; by: string; difference: string }
  /** It is not there: asking for it is an error. */
  | { level: "refused"; reason: string };

/** A key of a stack's config, without the project's name before it. */
export interface ConfigKey {
  key: string;
  /** The allowed values, as in `at least 1`. */
  allowed: string;
}

/** One option of a concept. */
export interface Option {
  /** Name of the option with its concept before it, as errors and the table call it. */
  name: `${Concept}.${string}`;
  /** The promise of the option. */
  meaning: string;
  /**
   * Names of the parts of a topology that ask for it. Left out where every topology has it, so that no cloud may
   * refuse it.
   */
  usedBy?: (topology: Topology) => string[];
  /** The config key by which a stack asks for it, and what the key may hold on a cloud that refuses it. */
  configKey?: ConfigKey;
}

/** The options of one concept: at least one. */
export type OptionsOf<K extends Concept> = readonly [OptionOf<K>, ...OptionOf<K>[]];
type OptionOf<K extends Concept> = Option & { name: `${K}.${string}` };

/** It means there what it says here. */
export function full(by: string): Support {
  return { level: "full", by };
}

/** It is there, but means something else. */
export function different(by: string, difference: string): Support {
  return { level: "different", by, difference };
}

/** It is not there. */
export function refused(reason: string): Support {
  return { level: "refused", reason };
}
