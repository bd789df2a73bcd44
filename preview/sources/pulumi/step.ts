import { z } from "zod";
import { shortText as short } from "../../model/schema/text";

/** A resource's state as Pulumi's engine writes it, in a digest and in an event log. */
export const engineState = z.object({
  type: short,
  urn: short.optional(),
  custom: z.boolean().optional(),
  parent: short.optional(),
  inputs: z.record(short, z.json()).nullish(),
  protect: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  /** Whether it was only read; a digest says it, an event log does not. */
  external: z.boolean().optional(),
  importID: short.optional(),
  dependencies: z.array(short).nullish(),
});
type State = z.infer<typeof engineState>;

/** One step that Pulumi's engine plans. */
export interface EngineStep {
  op: string;
  urn: string;
  before?: State;
  after?: State;
  /** Keys whose change replaces the resource. */
  replaceReasons: readonly string[];
  /** Keys that differ. */
  diffReasons: readonly string[];
  /** Kind of difference by path, if the provider says it: `update`, `add-replace`. */
  detailedDiff: Readonly<Record<string, string>>;
  /** Whether a refresh found it in the cloud; otherwise it is a step of the update. */
  refreshed?: boolean;
}
