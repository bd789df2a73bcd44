import type { OptionName } from "../../components/contract";
import type { WholeTopology } from "../support/whole";
import type { Native } from "./native";

/** Plain values by what they belong to: `{ web: 8000 }`. What is undefined is not there. */
export type Values = Readonly<Record<string, unknown>>;

/** One thing that a topology asks for and that a native resource of every cloud has to say. */
export interface Fact {
  /**
   * Options of the capability table under which a cloud may do otherwise: one of them has to say so. None where no
   * difference is allowed.
   */
  options?: readonly OptionName[];
  /** A platform may have more than was asked for: it lets every connection be upgraded, say. */
  more?: true;
  asked(topology: WholeTopology): Values;
}

/** Reads the values of a fact out of what a cloud's native resources are told; undoes notation and nothing else. */
export type Reader = (native: Native) => Values;

/** How a cloud's values stand to those that were asked for, where they are not the same. */
export type Relation = "at-least" | "at-most" | "otherwise" | "partly" | "partly-at-least" | "absent";

/** A reader of values that are not those that were asked for. */
export interface Difference {
  relation: Relation;
  read: Reader;
}

/** How a cloud's values are read: by a plain reader, they have to be the same. */
export type Reading = Reader | Difference;

/** One reading for each fact: the compiler names what is missing. */
export type Readings<Facts> = Readonly<Record<keyof Facts, Reading>>;

/** Rounded up, or more of it than was asked for. */
export const atLeast = (read: Reader): Difference => ({ relation: "at-least", read });
/** Rounded down, or less of it than was asked for. */
export const atMost = (read: Reader): Difference => ({ relation: "at-most", read });
/** There, but something else, which the capability table says. */
export const otherwise = (read: Reader): Difference => ({ relation: "otherwise", read });
/** The same where it is there, but not everywhere, which the capability table says. */
export const partly = (read: Reader): Difference => ({ relation: "partly", read });
/** At least as much where it is there, but not everywhere, which the capability table says. */
export const partlyAtLeast = (read: Reader): Difference => ({ relation: "partly-at-least", read });
/** Not there, which the capability table says. */
export const absent: Difference = { relation: "absent", read: () => ({}) };
