import { z } from "zod";
import { shortText as short, longText as text } from "../../model/schema/text";
import { engineState } from "./step";

const metadata = z.object({
  op: short,
  urn: short,
  old: engineState.nullish(),
  new: engineState.nullish(),
  keys: z.array(short).nullish(),
  diffs: z.array(short).nullish(),
  detailedDiff: z.record(short, z.object({ diffKind: short })).nullish(),
});

const ofPack = { policyPackName: short, policyPackVersion: short.default("") };
const judgement = z.object({
  ...ofPack,
  resourceUrn: short.default(""),
  passed: z.array(short).nullish(),
  failed: z.array(short).nullish(),
});

/**
 * An event of Pulumi's engine (`EngineEvent` in `sdk/go/common/apitype/events.go`), as far as it is read: one line of the
 * file that `--event-log` writes.
 */
export const engineEvent = z.object({
  sequence: z.number(),
  diagnosticEvent: z
    .object({
      urn: short.optional(),
      prefix: short.default(""),
      message: text,
      severity: short,
      ephemeral: z.boolean().default(false),
    })
    .optional(),
  resourcePreEvent: z.object({ metadata }).optional(),
  resOutputsEvent: z.object({ metadata }).optional(),
  policyEvent: z
    .object({
      resourceUrn: short.default(""),
      message: text,
      policyName: short,
      ...ofPack,
      enforcementLevel: z.enum(["advisory", "mandatory", "disabled", "remediate"]),
      severity: z.enum(["low", "medium", "high", "critical"]).or(z.literal("")).optional(),
    })
    .optional(),
  policyAnalyzeSummaryEvent: judgement.optional(),
  policyAnalyzeStackSummaryEvent: judgement.optional(),
  policyRemediateSummaryEvent: judgement.optional(),
  summaryEvent: z
    .object({
      durationSeconds: z.number().default(0),
      PolicyPacks: z.record(short, short).nullish(),
    })
    .optional(),
});
export type EngineEvent = z.infer<typeof engineEvent>;
export type StepMetadata = z.infer<typeof metadata>;

/** A message without the engine's colour codes (`sdk/go/common/diag/colors`) and without those of a terminal. */
export function plain(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken away.
  return message.replace(/<\{%[^%]*%\}>|\u001b\[[0-9;]*m/g, "").trim();
}
