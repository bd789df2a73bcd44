import { z } from "zod";
import type { StackChange } from "../change";
import { shortText as short, longText as text } from "../schema";
import { changesOf, type EngineStep, engineState, placeOf } from "./steps";

const step = z.object({
  ...{ op: short, urn: short, oldState: engineState.nullish(), newState: engineState.nullish() },
  ...{ replaceReasons: z.array(short).nullish(), diffReasons: z.array(short).nullish() },
  detailedDiff: z.record(short, z.object({ kind: short })).nullish(),
});

/** What `pulumi preview --json` prints (`PreviewDigest` in `pkg/display/json.go`), as far as it is read. */
export const pulumiDigest = z.object({
  // Left out where there is none.
  steps: z.array(step).max(100_000).default([]),
  diagnostics: z
    .array(z.object({ message: text.optional(), severity: short.optional(), urn: short.optional() }))
    .nullish(),
  duration: z.number().optional(),
});

/** What Pulumi's own engine saw, which compares with the state of the stack. A digest tells nothing of policies. */
export function ofDigest({ steps, diagnostics, duration = 0 }: z.infer<typeof pulumiDigest>): StackChange {
  const read = steps.map(stepOf);
  return {
    ...{ ...placeOf(read), engine: "pulumi", base: "the state of the stack", unknowns: true },
    changes: changesOf(read),
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    diagnostics: (diagnostics ?? []).map(({ message = "", severity, urn }) => ({
      message,
      severity: severity === "error" || severity === "warning" || severity === "debug" ? severity : "info",
      ...(urn === undefined ? {} : { urn }),
    })),
    durationSeconds: duration / 1e9,
  };
}

function stepOf({ op, urn, oldState, newState, ...rest }: z.infer<typeof step>): EngineStep {
  const diff = Object.entries(rest.detailedDiff ?? {}).map(([path, { kind }]) => [path, kind] as const);
  return {
    ...{ op, urn, replaceReasons: rest.replaceReasons ?? [], diffReasons: rest.diffReasons ?? [] },
    detailedDiff: Object.fromEntries(diff),
    ...(oldState ? { before: oldState } : {}),
    ...(newState ? { after: newState } : {}),
  };
}
