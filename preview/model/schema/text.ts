import { z } from "zod";
import type { Wire, WireObject } from "../wire-value";

/** The limits of what is read from a file that anyone may have written. */

/** A message. */
export const longText = z.string().max(1_000_000);
/** A name, a path, a URN. */
export const shortText = z.string().max(10_000);

/** A property value, as a plan shows it. */
export const wire: z.ZodType<Wire> = z.json();
export const wireObject: z.ZodType<WireObject> = z.record(z.string(), z.json());

/** Position of a resource in the source. */
export const sourcePosition = z.object({
  /** Path in the project. */
  file: shortText,
  /** The first is 1; undefined if it is not known. */
  line: z.number().int().optional(),
});
