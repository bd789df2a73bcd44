import { changeCounts } from "../../compare/counts";
import { actions } from "../../model/actions";
import type { ResourceChange, StackChange } from "../../model/change";
import type { StackFailure } from "../../model/failure";
import type { Plan, PlanResource } from "../../model/plan";
import { changeSummary } from "../../model/plan-counts";
import { visibleJson } from "../../model/visible";
import { pathInRepository } from "../../project/repository";
import type { StackDocument } from "../../sources/schema";
import type { Previewed } from "../shared/previewed";

/** A plan with its comparison. */
export interface Compared {
  plan: Plan;
  change: StackChange;
}

/**
 * One stack, or several by name, in the shape of `pulumi preview --json`, with the verdicts; after a comparison also with
 * all data that reports need to be made again. Stacks that could not be previewed are in a separate list. `folder` is the
 * project's folder from the top of its repository; paths in a plan are relative to it. Empty if it is the top.
 */
export function jsonReport(
  stacks: readonly Previewed[],
  failures: readonly StackFailure[] = [],
  folder?: string,
): string {
  const [only] = stacks;
  const content =
    stacks.length === 1 && only !== undefined && failures.length === 0
      ? stackDocument(only, folder)
      : {
          stacks: Object.fromEntries(stacks.map((stack) => [stack.change.stack, stackDocument(stack, folder)])),
          ...(failures.length === 0
            ? {}
            : { failures: failures.map(({ project, stack, words, base }) => ({ project, stack, words, base })) }),
        };
  return `${visibleJson(JSON.stringify(content, null, 2))}\n`;
}

function stackDocument({ plan, change, base }: Previewed, folder: string | undefined) {
  const document = plan === undefined ? changeDocument(change) : planDocument({ plan, change });
  return { ...document, folder: base === undefined ? folder : pathInRepository(base) };
}

/** A preview by Pulumi's engine: only inputs that differ are known, so no step has a state. */
function changeDocument(change: StackChange) {
  const { project, stack, diagnostics, durationSeconds, unknowns, policy } = change;
  return {
    project,
    stack,
    config: {},
    steps: change.changes.map(({ urn, action, source }) => ({ op: ops[action], urn, source })),
    changeSummary: summary(change),
    diagnostics,
    duration: Math.round(durationSeconds * 1e9),
    unknowns,
    outputs: {},
    policy,
    comparison: comparison(change),
  };
}

function planDocument({ plan, change }: Compared) {
  const compared = change.base !== undefined;
  return {
    project: plan.project,
    stack: plan.stack,
    config: plan.config,
    steps: compared ? changedSteps(plan, change) : plan.resources.map((resource) => step(resource.op, resource)),
    changeSummary: compared ? summary(change) : changeSummary(plan.resources),
    diagnostics: plan.diagnostics,
    duration: Math.round(plan.durationSeconds * 1e9),
    unknowns: plan.unknowns,
    outputs: plan.stackOutputs,
    policy: plan.policy,
    ...(compared || change.monthlyCost !== undefined ? { comparison: comparison(change) } : {}),
  };
}

/** Every field of what a comparison adds: one that is forgotten does not compile. */
function comparison(change: StackChange): Whole<NonNullable<StackDocument["comparison"]>> {
  const { engine, base, changes, unlisted, secretsNotCompared, outputs, monthlyCost } = change;
  const { baseVerdicts, packChange } = change;
  return { engine, base, changes, unlisted, secretsNotCompared, outputs, monthlyCost, baseVerdicts, packChange };
}

/** The engine's operations; there is none for `may replace`. */
const ops: Readonly<Record<ResourceChange["action"], string>> = {
  create: "create",
  import: "import",
  update: "update",
  "may replace": "may-replace",
  replace: "replace",
  delete: "delete",
  unchanged: "same",
};

function changedSteps(plan: Plan, { changes }: StackChange) {
  const actions = new Map(changes.map(({ urn, action }) => [urn, action]));
  const present = plan.resources.map((resource) => {
    const action = actions.get(resource.urn);
    // Reads and default providers are no change of the stack.
    const op =
      resource.op === "read" || action === undefined ? (resource.op === "read" ? "read" : "same") : ops[action];
    return step(op, resource);
  });
  const gone = changes.filter(({ action }) => action === "delete");
  return [
    ...present,
    ...gone.map(({ urn, type, custom, parent }) => ({ op: "delete", urn, oldState: { urn, custom, type, parent } })),
  ];
}

function summary(change: StackChange): Record<string, number> {
  const counts = changeCounts(change).actions;
  return Object.fromEntries(actions.flatMap((action) => (counts[action] > 0 ? [[ops[action], counts[action]]] : [])));
}

/** Each field is there, if only as undefined. */
type Whole<T> = { [K in keyof Required<T>]: T[K] };

/** A resource's state, with every field: one that is forgotten does not compile. */
type State = Whole<NonNullable<StackDocument["steps"][number]["newState"]>>;

/** A step as `pkg/backend/display/json.go` writes it. */
function step(op: string, { urn, provider, ...resource }: PlanResource) {
  const { type, custom, id, inputs, outputs, parent, dependencies, propertyDependencies, protect } = resource;
  const newState: State = {
    urn,
    custom,
    id,
    type,
    inputs,
    outputs,
    parent,
    protect,
    dependencies,
    propertyDependencies,
    provider,
    aliases: resource.aliases,
    ignoreChanges: resource.ignoreChanges,
    replaceOnChanges: resource.replaceOnChanges,
    hideDiff: resource.hideDiff,
    deleteBeforeReplace: resource.deleteBeforeReplace,
    retainOnDelete: resource.retainOnDelete,
    deletedWith: resource.deletedWith,
    replaceWith: resource.replaceWith,
    replacementTrigger: resource.replacementTrigger,
    additionalSecretOutputs: resource.additionalSecretOutputs,
    customTimeouts: resource.customTimeouts,
    importID: resource.importID,
  };
  return { op, urn, provider, newState, source: resource.source };
}
