import type { StackChange } from "../../model/change";
import { jsonIn } from "../../model/json-text";
import { type Diagnostic, isBlocking } from "../../model/plan";
import type { OwnRules } from "../trusted-rules";
import { type EngineEvent, engineEvent, plain, type StepMetadata } from "./events";
import { policyOf } from "./policy";
import type { EngineStep } from "./step";
import { changesOf, placeOf } from "./steps";

/** The events of a log, one a line; undefined if the text is no log. An incomplete last line is left out. */
export function eventsIn(text: string): EngineEvent[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const events: EngineEvent[] = [];
  for (const [i, line] of lines.entries()) {
    const event = eventOf(line);
    if (event !== undefined) events.push(event);
    // A run that was stopped leaves half a line.
    else if (i < lines.length - 1 || i === 0) return undefined;
  }
  return events.length > 0 ? events : undefined;
}

function eventOf(line: string): EngineEvent | undefined {
  const found = jsonIn(line);
  return typeof found === "string" ? undefined : engineEvent.safeParse(found.value).data;
}

/** The change in a preview by Pulumi's own engine, with the verdicts of the policy packs. */
export function ofEvents(events: readonly EngineEvent[], own: OwnRules): StackChange {
  const steps = stepsOf(events);
  const summary = events.findLast(({ summaryEvent }) => summaryEvent !== undefined)?.summaryEvent;
  const policy = policyOf(events, own);
  const diagnostics = events.flatMap(({ diagnosticEvent }) => diagnosticOf(diagnosticEvent) ?? []);
  return {
    ...placeOf(steps),
    engine: "pulumi",
    base: "the state of the stack",
    unknowns: true,
    changes: changesOf(steps),
    policy,
    diagnostics: policy.violations.some(isBlocking) ? diagnostics.filter((each) => !isVerdict(each)) : diagnostics,
    durationSeconds: summary?.durationSeconds ?? 0,
  };
}

/**
 * The steps that the engine plans. Only the end of a refresh says what the cloud has. In `pulumi refresh` its step is then
 * an update or a delete (`RefreshStep.ResultOp` in `pkg/resource/deploy/step.go`), also if the provider does not say what
 * differs; in `pulumi preview --refresh` it stays a refresh, with the differences or without any later step.
 */
function stepsOf(events: readonly EngineEvent[]): EngineStep[] {
  const steps: EngineStep[] = [];
  const refreshed = new Map<string, number>();
  for (const { resourcePreEvent: begun, resOutputsEvent: done } of events) {
    if (begun !== undefined) {
      if (begun.metadata.op === "refresh") refreshed.set(begun.metadata.urn, steps.length);
      steps.push(stepOf(begun.metadata));
    }
    const at = done === undefined ? undefined : refreshed.get(done.metadata.urn);
    const op = done === undefined || at === undefined ? undefined : foundBy(done.metadata);
    if (done === undefined || at === undefined || op === undefined) continue;
    refreshed.delete(done.metadata.urn);
    steps[at] = { ...stepOf({ ...done.metadata, op }), refreshed: true };
  }
  return steps;
}

/** The result of a refresh: gone, different, or unchanged. */
function foundBy({ op, old, new: now, detailedDiff }: StepMetadata): "update" | "delete" | undefined {
  if (op === "update" || op === "delete") return op;
  if (op !== "refresh" || !old) return undefined;
  if (!now) return "delete";
  return Object.keys(detailedDiff ?? {}).length > 0 ? "update" : undefined;
}

function stepOf({ op, urn, keys, diffs, detailedDiff, ...states }: StepMetadata): EngineStep {
  const diff = Object.entries(detailedDiff ?? {}).map(([path, { diffKind }]) => [path, diffKind] as const);
  return {
    op,
    urn,
    replaceReasons: keys ?? [],
    diffReasons: diffs ?? [],
    detailedDiff: Object.fromEntries(diff),
    ...(states.old ? { before: states.old } : {}),
    ...(states.new ? { after: states.new } : {}),
  };
}

/** The engine's last line: that policies were broken, it says no other way, though the preview is whole (`deployment_executor.go`). */
function isVerdict({ message, urn }: Diagnostic): boolean {
  return urn === undefined && /^(?:error: )?(?:preview|update) failed$/.test(message);
}

function diagnosticOf(event: EngineEvent["diagnosticEvent"]): Diagnostic | undefined {
  if (event === undefined || event.ephemeral || event.severity === "debug") return undefined;
  const { severity, urn } = event;
  return {
    message: plain(event.prefix + event.message),
    severity: severity === "error" || severity === "warning" ? severity : "info",
    ...(urn === undefined || urn === "" ? {} : { urn }),
  };
}
