import { PreviewError } from "../engine/errors";
import { nameOf } from "../engine/urn";
import { isWireObject, type Wire } from "../engine/wire";
import type { StackFailure } from "../plan/failure";
import type { Plan, PlanResource } from "../plan/plan";
import { visible } from "../visible";
import type { StackChange } from "./change";
import { comparePlans } from "./compare";
import { jsonIn, mostLevels } from "./json-text";
import { ofDigest, pulumiDigest } from "./pulumi/digest";
import { eventsIn, ofEvents } from "./pulumi/event-log";
import { failuresDocument, type StackDocument, stackDocument } from "./schema";
import { inOwnWords, type OwnRules } from "./trusted-rules";

/** Most characters of a name or a message out of a file in a line of our own. */
const mostShown = 300;

/**
 * What changes, out of what `isotopo preview --format json` or `pulumi preview --json` wrote, or `pulumi preview --event-log`.
 * Nothing in the file is trusted: not its shape, and not its texts, which are for reports to escape; what a rule is called and
 * where it leads is said by the pack here (`own`). Throws a `PreviewError` that names what is wrong.
 */
export function readPreviews(text: string, file: string, own: OwnRules = new Map()): ReadPreviews {
  const { stacks, failures } = previewsIn(text, file, own);
  const inOwn = stacks.map(({ change, plan, folder }) => ({
    change: { ...change, policy: inOwnWords(change.policy, own), fromFile: true },
    ...(plan === undefined ? {} : { plan: { ...plan, policy: inOwnWords(plan.policy, own) } }),
    ...(folder === undefined ? {} : { folder }),
  }));
  return { stacks: inOwn, failures: failures.map((failure) => ({ ...failure, fromFile: true })) };
}

/** The same, of the stacks that could be previewed what changes alone. */
export function readStackChanges(...args: Parameters<typeof readPreviews>): StackChange[] {
  return readPreviews(...args).stacks.map(({ change }) => change);
}

/** What a file says of a run. */
export interface ReadPreviews {
  stacks: Preview[];
  failures: StackFailure[];
}

/** A stack with its plan where the file has it: what `isotopo preview` wrote has, Pulumi's own preview has not. */
interface Preview {
  change: StackChange;
  plan?: Plan;
  /** Folder of its project, from the top of the repository, where the file says it. */
  folder?: string;
}

function previewsIn(text: string, file: string, own: OwnRules): ReadPreviews {
  const events = eventsIn(text);
  if (events !== undefined) return { stacks: [{ change: planned(ofEvents(events, own), file) }], failures: [] };
  const value = parsed(text, file);
  const pulumi = pulumiChange(value);
  if (pulumi !== undefined) return { stacks: [{ change: planned(pulumi, file) }], failures: [] };
  return {
    stacks: documentsIn(value, file).map((document) => ({ ...previewIn(document, file), folder: document.folder })),
    failures: failuresIn(value, file),
  };
}

function previewIn(document: StackDocument, file: string): Preview {
  const plan = planIn(document);
  checkParents(plan.resources, file);
  if (document.comparison === undefined) return { plan, change: comparePlans(undefined, plan, undefined) };
  checkParents(document.comparison.changes, file);
  const { project, stack, unknowns, policy, diagnostics, durationSeconds } = plan;
  const change = { project, stack, ...document.comparison, unknowns, policy, diagnostics, durationSeconds };
  // Of Pulumi's own preview only what changes was written down.
  return document.comparison.engine === "pulumi" ? { change } : { plan, change };
}

/** What reads a tree calls itself once a level; what is its own ancestor would be in no tree at all. */
function checkParents(resources: readonly { urn: string; parent?: string }[], file: string): void {
  const parents = new Map(resources.map(({ urn, parent }) => [urn, parent]));
  for (const { urn } of resources) {
    let at: string | undefined = urn;
    for (let levels = 0; at !== undefined; levels += 1) {
      if (levels > mostLevels) {
        throw new PreviewError(
          `${file}: ${shownName(urn)} has more than ${mostLevels} resources above it, or is above itself`,
        );
      }
      at = parents.get(at);
    }
  }
}

/** A name out of the file, for a line of our own. */
function shownName(urn: string): string {
  return visible(nameOf(urn) || urn).slice(0, mostShown);
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
  const error = change.diagnostics.find(({ severity }) => severity === "error")?.message.split("\n")[0] ?? "";
  const words = visible(error).slice(0, mostShown);
  throw new PreviewError(`${file} plans nothing: \`pulumi preview\` ended early${words === "" ? "" : `: ${words}`}`);
}

/** The plans, out of what `isotopo preview --format json` wrote, and the stacks that it has none of. */
export function readPlans(text: string, file: string): { plans: Plan[]; failures: StackFailure[] } {
  const value = parsed(text, file);
  const plans = documentsIn(value, file).map(planIn);
  for (const { resources } of plans) checkParents(resources, file);
  return { plans, failures: failuresIn(value, file) };
}

function documentsIn(value: Wire, file: string): StackDocument[] {
  // None is what `--changed` writes where nothing is touched.
  const stacks = isWireObject(value) && isWireObject(value.stacks) ? Object.values(value.stacks) : [value];
  return stacks.map((stack) => documentOf(stack, file));
}

function parsed(text: string, file: string): Wire {
  if (text.trim() === "") throw new PreviewError(`${file} is empty`);
  const found = jsonIn(text);
  if (found === "no JSON") throw new PreviewError(`${file} is no JSON, or ends in the middle`);
  if (found === "too deep") {
    throw new PreviewError(`${file} has objects and lists more than ${mostLevels} deep in one another`);
  }
  return found.value;
}

function documentOf(value: Wire, file: string): StackDocument {
  const found = stackDocument.safeParse(value);
  if (found.success) return found.data;
  throw strange(file, found.error.issues[0]);
}

function failuresIn(value: Wire, file: string): StackFailure[] {
  const found = failuresDocument.safeParse(isWireObject(value) ? value.failures : undefined);
  if (found.success) return found.data;
  throw strange(file, found.error.issues[0], ["failures"]);
}

function strange(
  file: string,
  issue: { path: readonly PropertyKey[]; message: string } | undefined,
  within: readonly string[] = [],
): PreviewError {
  const at = [...within, ...(issue?.path ?? [])].map(String).join(".") || "it";
  const [path, what] = [at, issue?.message ?? "is wrong"].map((words) => visible(words).slice(0, mostShown));
  return new PreviewError(`${file} is not what \`isotopo preview --format json\` writes: ${path}: ${what}`);
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
