import { z } from "zod";
import { shortText as short } from "../schema";

/** A resource's state as Pulumi's engine writes it, in the digest of a preview and in an event log. */
export const engineState = z.object({
  ...{ type: short, urn: short.optional(), custom: z.boolean().optional(), parent: short.optional() },
  inputs: z.record(short, z.json()).nullish(),
  ...{ protect: z.boolean().optional(), retainOnDelete: z.boolean().optional() },
  dependencies: z.array(short).nullish(),
});
type State = z.infer<typeof engineState>;

/** One step that Pulumi's engine intends. */
export interface EngineStep {
  op: string;
  urn: string;
  before?: State;
  after?: State;
  /** Keys whose change has the resource replaced. */
  replaceReasons: readonly string[];
  /** Keys that differ. */
  diffReasons: readonly string[];
  /** Kind of difference by path, where the provider tells as much: `update`, `add-replace`. */
  detailedDiff: Readonly<Record<string, string>>;
  /** Whether it is what a refresh found in the cloud, and not what an update would do. */
  refreshed?: boolean;
}
