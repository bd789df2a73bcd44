import { PreviewError } from "../engine/errors";
import { nameOf } from "../engine/urn";
import { isWireObject, type Wire } from "../engine/wire";
import type { Plan, PlanResource } from "../plan/plan";
import type { StackChange } from "./change";
import { comparePlans } from "./compare";
import { ofDigest, pulumiDigest } from "./pulumi/digest";
import { eventsIn, ofEvents } from "./pulumi/event-log";
import { type StackDocument, stackDocument } from "./schema";

/**
 * What changes, out of what `isotopo preview --format json` or `pulumi preview --json` wrote, or `pulumi preview --event-log`.
 * Nothing in the file is trusted: not its shape, and not its texts, which are for reports to escape. Throws a `PreviewError`
 * that names what is wrong.
 */
export function readStackChanges(text: string, file: string): StackChange[] {
  return readPreviews(text, file).map(({ change }) => change);
}

/** What changes, and the plan where the file has it: what `isotopo preview` wrote has, Pulumi's own preview has not. */
export function readPreviews(text: string, file: string): { change: StackChange; plan?: Plan }[] {
  const events = eventsIn(text);
  if (events !== undefined) return [{ change: planned(ofEvents(events), file) }];
  const value = parsed(text, file);
  const pulumi = pulumiChange(value);
  if (pulumi !== undefined) return [{ change: planned(pulumi, file) }];
  return documentsIn(value, file).map((document) => {
    const plan = planIn(document);
    if (document.comparison === undefined) return { plan, change: comparePlans(undefined, plan, undefined) };
    const { project, stack, unknowns, policy, diagnostics, durationSeconds } = plan;
    const change = { project, stack, ...document.comparison, unknowns, policy, diagnostics, durationSeconds };
    // Of Pulumi's own preview only what changes was written down.
    return document.comparison.engine === "pulumi" ? { change } : { plan, change };
  });
}

/** Pulumi's own digest names no stack beside its steps; ours does. */
function pulumiChange(value: Wire): StackChange | undefined {
  if (!isWireObject(value) || "stack" in value || "stacks" in value) return undefined;
  if (!("steps" in value) && !("diagnostics" in value && "config" in value)) return undefined;
  const found = pulumiDigest.safeParse(value);
  return found.success ? ofDigest(found.data) : undefined;
}

/** A change that has a step: Pulumi's engine plans the stack itself before all else, so without one it came to nothing. */
function planned(change: StackChange, file: string): StackChange {
  if (change.changes.length > 0) return change;
  const error = change.diagnostics.find(({ severity }) => severity === "error")?.message.split("\n")[0];
  throw new PreviewError(`${file} plans nothing: \`pulumi preview\` ended early${error ? `: ${error}` : ""}`);
}

/** The plans, out of what `isotopo preview --format json` wrote. */
export function readPlans(text: string, file: string): Plan[] {
  return documentsIn(parsed(text, file), file).map(planIn);
}

function documentsIn(value: Wire, file: string): StackDocument[] {
  // None is what `--changed` writes where nothing is touched.
  const stacks = isWireObject(value) && isWireObject(value.stacks) ? Object.values(value.stacks) : [value];
  return stacks.map((stack) => documentOf(stack, file));
}

function parsed(text: string, file: string): Wire {
  if (text.trim() === "") throw new PreviewError(`${file} is empty`);
  try {
    const value: Wire = JSON.parse(text);
    return value;
  } catch {
    // The parser's own words show a piece of the text.
    throw new PreviewError(`${file} is no JSON, or ends in the middle`);
  }
}

function documentOf(value: Wire, file: string): StackDocument {
  const found = stackDocument.safeParse(value);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new PreviewError(
    `${file} is not what \`isotopo preview --format json\` writes: ${issue?.path.join(".") || "it"}: ${issue?.message ?? "is wrong"}`,
  );
}

function planIn({ project, stack, steps, outputs, duration, ...rest }: StackDocument): Plan {
  const { config, diagnostics, policy, unknowns } = rest;
  const resources = steps.flatMap((step) => resourceIn(step) ?? []);
  return {
    ...{ project, stack, config, resources, stackOutputs: outputs, diagnostics, policy, unknowns },
    durationSeconds: duration / 1e9,
  };
}

function resourceIn({ op, newState, source }: StackDocument["steps"][number]): PlanResource | undefined {
  if (newState === undefined) return undefined;
  return {
    ...newState,
    op: op === "import" || op === "read" ? op : "create",
    name: nameOf(newState.urn),
    ...(source === undefined ? {} : { source }),
  };
}
