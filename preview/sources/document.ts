import { comparePlans } from "../compare/compare";
import type { StackChange } from "../model/change";
import { PreviewError } from "../model/errors";
import type { StackFailure } from "../model/failure";
import { jsonIn, mostLevels } from "../model/json-text";
import type { Plan, PlanResource } from "../model/plan";
import { nameOf } from "../model/urn";
import { visible } from "../model/visible";
import { isWireObject, type Wire } from "../model/wire";
import { ofDigest, pulumiDigest } from "./pulumi/digest";
import { eventsIn, ofEvents } from "./pulumi/event-log";
import { failuresDocument, type StackDocument, stackDocument } from "./schema";
import { inOwnWords, type OwnRules } from "./trusted-rules";

/** Longest name or message from a file in a line of our own, in characters. */
const mostShown = 300;

/**
 * Reads the changes in the output of `isotopo preview --format json`, `pulumi preview --json` or `pulumi preview
 * --event-log`. The file is not trusted: neither its shape nor its texts, which reports must escape. Titles and links of
 * rules come from the local pack (`own`). Throws a `PreviewError` that names the mistake.
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

/** The same, with only the changes of the stacks that could be previewed. */
export function readStackChanges(...args: Parameters<typeof readPreviews>): StackChange[] {
  return readPreviews(...args).stacks.map(({ change }) => change);
}

/** The content of a file about a run. */
export interface ReadPreviews {
  stacks: Preview[];
  failures: StackFailure[];
}

/** A stack with its plan, if the file has one: output of `isotopo preview` has, Pulumi's own has not. */
interface Preview {
  change: StackChange;
  plan?: Plan;
  /** Folder of its project, from the top of the repository, if the file has it. */
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
  // For Pulumi's own previews, the file has the changes only.
  return document.comparison.engine === "pulumi" ? { change } : { plan, change };
}

/** Trees are read recursively, and a resource that is its own ancestor would be in no tree: both are refused. */
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

/** A name from the file, for a line of our own. */
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

/** A change with at least one step: Pulumi's engine plans the stack itself first, so a preview without steps failed. */
function planned(change: StackChange, file: string): StackChange {
  if (change.changes.length > 0) return change;
  const error = change.diagnostics.find(({ severity }) => severity === "error")?.message.split("\n")[0] ?? "";
  const words = visible(error).slice(0, mostShown);
  throw new PreviewError(`${file} plans nothing: \`pulumi preview\` ended early${words === "" ? "" : `: ${words}`}`);
}

/** The plans in the output of `isotopo preview --format json`, and the stacks without one. */
export function readPlans(text: string, file: string): { plans: Plan[]; failures: StackFailure[] } {
  const value = parsed(text, file);
  const plans = documentsIn(value, file).map(planIn);
  for (const { resources } of plans) checkParents(resources, file);
  return { plans, failures: failuresIn(value, file) };
}

function documentsIn(value: Wire, file: string): StackDocument[] {
  // `--changed` writes an empty set if no stack is touched.
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
    project,
    stack,
    config,
    resources,
    stackOutputs: outputs,
    diagnostics,
    policy,
    unknowns,
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
