import { isDeepStrictEqual } from "node:util";
import { type OptionName, supportOf, type Target } from "../../components/contract";
import type { Fact, Reading, Relation, Values } from "./fact";
import type { Native } from "./native";

/** What came of one fact on one stack. */
export interface Outcome {
  /** What is wrong, one line each. */
  problems: string[];
  /** Whether the values are those that were asked for. */
  same: boolean;
  /** Whether there was anything to read. */
  read: boolean;
}

/** Compares what a topology asks for with what the native resources say. */
export function compare(name: string, fact: Fact, reading: Reading, native: Native): Outcome {
  const { relation, read } = typeof reading === "function" ? { relation: undefined, read: reading } : reading;
  const asked = present(fact.asked(native.topology));
  const found = present(read(native));
  const keys = new Set([...Object.keys(asked), ...(fact.more ? [] : Object.keys(found))]);
  const differing = [...keys].filter((key) => !isDeepStrictEqual(asked[key], found[key]));
  const problems = differing
    .filter((key) => !fits(relation, asked[key], found[key]))
    .map((key) => `${name}, ${key}: asked ${shown(asked[key])}, found ${shown(found[key])}${wanted(relation)}`);
  return { problems, same: differing.length === 0, read: Object.keys(found).length > 0 };
}

/** Options of the capability table that a reading's difference lacks: none of the fact's says `different`. */
export function unlisted(
  fact: Fact,
  reading: Reading,
  target: Pick<Target, "concepts">,
): readonly OptionName[] | undefined {
  if (typeof reading === "function") return undefined;
  const options = fact.options ?? [];
  return options.some((option) => supportOf(target, option).level !== "full") ? undefined : options;
}

/** What is undefined is not there. */
function present(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Whether a difference is one that the reading tells of. True counts as more than false. */
function fits(relation: Relation | undefined, asked: unknown, found: unknown): boolean {
  switch (relation) {
    case undefined:
      return false;
    case "otherwise":
      return true;
    case "partly":
    case "absent":
      return found === undefined;
    case "partly-at-least":
      return found === undefined || (asked !== undefined && Number(found) >= Number(asked));
    case "at-least":
      return asked === undefined || (found !== undefined && Number(found) >= Number(asked));
    case "at-most":
      return found !== undefined && asked !== undefined && Number(found) <= Number(asked);
  }
}

function wanted(relation: Relation | undefined): string {
  return relation === "at-least" || relation === "at-most" ? ` (${relation.replace("-", " ")})` : "";
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
