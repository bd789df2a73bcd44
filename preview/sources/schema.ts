import { z } from "zod";
import { comparison, monthlyCost, stackFailure } from "../model/schema/change";
import { plan, resourceState } from "../model/schema/plan";
import { shortText as short, sourcePosition } from "../model/schema/text";

/** The JSON that `isotopo preview --format json` writes, for readers that do not trust the file. */

const step = z.object({
  op: short,
  urn: short,
  newState: resourceState.optional(),
  source: sourcePosition.optional(),
});

/** A folder within a repository: no path leads out of it, and each character is valid in an address. */
const folder = short
  .regex(/^(?![/\\])(?!(?:.*[/\\])?\.\.(?:[/\\]|$))[^:]*$/s)
  .regex(/^[^\p{Cs}\p{Cc}]*$/u, "has a character that no folder has");

/** One stack. */
export const stackDocument = plan.omit({ resources: true, stackOutputs: true, durationSeconds: true }).extend({
  /** Nanoseconds. */
  duration: z.number(),
  outputs: plan.shape.stackOutputs,
  steps: z.array(step).max(100_000),
  comparison: comparison.optional(),
  folder: folder.optional(),
});
export type StackDocument = z.infer<typeof stackDocument>;

/** Stacks that could not be previewed; missing in documents of older versions. */
export const failuresDocument = z
  .array(stackFailure.omit({ fromFile: true }))
  .max(10_000)
  .default([]);

/** Monthly costs, by stack. */
export const costsDocument = z.record(z.string(), monthlyCost);
