import { holdersOf } from "../lists/places";
import type { WholeTopology } from "../whole";
import { optionalRows } from "./optional-rows";
import type { Removal } from "./removal";
import { things } from "./things";

/** Whatever is optional by the topology's type, and has no row of its own. */
const parts: readonly Removal[] = Object.entries(optionalRows).flatMap(([path, row]) =>
  "alone" in row
    ? {
        ...row,
        thing: path,
        own: row.own ?? /(?!)/,
        remove: (topology: WholeTopology) => {
          for (const { holder, key } of holdersOf(topology, path)) Reflect.deleteProperty(holder, key);
        },
      }
    : [],
);

/** What is taken out, each by itself. */
export const removals: readonly Removal[] = [...things, ...parts];
