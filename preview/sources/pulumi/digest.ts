import { z } from "zod";
import type { StackChange } from "../../model/change";
import { shortText as short, longText as text } from "../../model/schema/text";
import { type EngineStep, engineState } from "./step";
import { changesOf, placeOf } from "./steps";

const step = z.object({
  op: short,
  urn: short,
  oldState: engineState.nullish(),
  newState: engineState.nullish(),
  replaceReasons: z.array(short).nullish(),
  diffReasons: z.array(short).nullish(),
  detailedDiff: z.record(short, z.object({ kind: short })).nullish(),
});

/** Output of `pulumi preview --json` (`PreviewDigest` in `pkg/display/json.go`), as far as it is read. */
export const pulumiDigest = z.object({
  // Missing if there are none.
  steps: z.array(step).max(100_000).default([]),
  diagnostics: z
    .array(z.object({ message: text.optional(), severity: short.optional(), urn: short.optional() }))
    .nullish(),
  duration: z.number().optional(),
  changeSummary: z.record(short, z.number().int().min(0).max(10_000_000)).nullish(),
});

/** The change in a preview by Pulumi's own engine, which compares with the state of the stack. A digest has no verdicts. */
export function ofDigest({
  steps,
  diagnostics,
  duration = 0,
  changeSummary,
}: z.infer<typeof pulumiDigest>): StackChange {
  const read = steps.map(stepOf);
  return {
    ...placeOf(read),
    engine: "pulumi",
    base: "the state of the stack",
    unknowns: true,
    changes: changesOf(read),
    ...unlistedOf(read, changeSummary ?? {}),
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    diagnostics: (diagnostics ?? []).map(({ message = "", severity, urn }) => ({
      message,
      severity: severity === "error" || severity === "warning" || severity === "debug" ? severity : "info",
      ...(urn === undefined ? {} : { urn }),
    })),
    durationSeconds: duration / 1e9,
  };
}

/** Resources that the summary counts beyond the steps: unchanged ones, and those that a refresh found without details. */
function unlistedOf(
  steps: readonly EngineStep[],
  summary: Readonly<Record<string, number>>,
): Pick<StackChange, "unlisted"> {
  const ops = { same: "unchanged", create: "create", import: "import", update: "update", delete: "delete" } as const;
  const counts = Object.entries(ops).flatMap(([op, action]) => {
    const count = (summary[op] ?? 0) - steps.filter((step) => step.op === op).length;
    return count > 0 ? [[action, count] as const] : [];
  });
  // Some of the listed refreshes are the updates that only the summary counts.
  const refreshes = steps.filter(({ op }) => op === "refresh").length;
  if (refreshes > 0 && summary.same !== undefined) {
    const unchanged = summary.same - steps.filter(({ op }) => op === "same").length - refreshes;
    return { unlisted: { ...Object.fromEntries(counts), unchanged } };
  }
  return counts.length === 0 ? {} : { unlisted: Object.fromEntries(counts) };
}

function stepOf({ op: said, urn, oldState, newState, ...rest }: z.infer<typeof step>): EngineStep {
  // A digest has one step for a replacement. What was only read is imported in its own place: nothing is deleted.
  const isImport = said === "replace" && oldState?.external === true && (newState?.importID ?? "") !== "";
  const op = isImport ? "import" : said;
  const diff = Object.entries(rest.detailedDiff ?? {}).map(([path, { kind }]) => [path, kind] as const);
  return {
    op,
    urn,
    replaceReasons: rest.replaceReasons ?? [],
    diffReasons: rest.diffReasons ?? [],
    detailedDiff: Object.fromEntries(diff),
    ...(oldState ? { before: oldState } : {}),
    ...(newState ? { after: newState } : {}),
  };
}
