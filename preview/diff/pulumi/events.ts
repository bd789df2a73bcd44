import { z } from "zod";
import { engineState } from "./steps";

const metadata = z.object({
  ...{ op: z.string(), urn: z.string(), old: engineState.nullish(), new: engineState.nullish() },
  ...{ keys: z.array(z.string()).nullish(), diffs: z.array(z.string()).nullish() },
  detailedDiff: z.record(z.string(), z.object({ diffKind: z.string() })).nullish(),
});

const ofPack = { policyPackName: z.string(), policyPackVersion: z.string().default("") };
const judgement = z.object({
  ...ofPack,
  ...{ passed: z.array(z.string()).nullish(), failed: z.array(z.string()).nullish() },
});

/**
 * An event of Pulumi's engine (`EngineEvent` in `sdk/go/common/apitype/events.go`), as far as it is read: what `--event-log`
 * writes to a file, one a line.
 */
export const engineEvent = z.object({
  sequence: z.number(),
  diagnosticEvent: z
    .object({
      ...{ urn: z.string().optional(), prefix: z.string().default(""), message: z.string() },
      ...{ severity: z.string(), ephemeral: z.boolean().default(false) },
    })
    .optional(),
  resourcePreEvent: z.object({ metadata }).optional(),
  resOutputsEvent: z.object({ metadata }).optional(),
  policyEvent: z
    .object({
      ...{ resourceUrn: z.string().default(""), message: z.string(), policyName: z.string(), ...ofPack },
      enforcementLevel: z.enum(["advisory", "mandatory", "disabled", "remediate"]),
      severity: z.enum(["low", "medium", "high", "critical"]).or(z.literal("")).optional(),
    })
    .optional(),
  policyAnalyzeSummaryEvent: judgement.optional(),
  policyAnalyzeStackSummaryEvent: judgement.optional(),
  summaryEvent: z
    .object({
      durationSeconds: z.number().default(0),
      PolicyPacks: z.record(z.string(), z.string()).nullish(),
    })
    .optional(),
});
export type EngineEvent = z.infer<typeof engineEvent>;
export type StepMetadata = z.infer<typeof metadata>;

/** A message without the engine's words for colours (`sdk/go/common/diag/colors`), and without those of a terminal. */
export function plain(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken away.
  return message.replace(/<\{%.*?%\}>|\u001b\[[0-9;]*m/g, "").trim();
}
