import type { z } from "zod";
import type { monthlyCost, propertyChange, resourceChange, stackChange } from "./schema/change";

/** The effect of an update on one stack, as the comment and the HTML report read it; `schema/change.ts` has its fields. */
export type StackChange = z.infer<typeof stackChange>;

/** The change of one resource. */
export type ResourceChange = z.infer<typeof resourceChange>;

/** One property that differs, or can't be compared. */
export type PropertyChange = z.infer<typeof propertyChange>;

/** Monthly cost, if it was given. */
export type MonthlyCost = z.infer<typeof monthlyCost>;
