import type { PropertyChange, ResourceChange, StackChange } from "../model/change";
import { sameSecret } from "../model/fingerprints";
import type { Plan, PlanResource } from "../model/plan";
import { isDefaultProvider, rootStackType } from "../model/urn";
import type { Wire } from "../model/wire";
import { assessed, isHidden } from "./assessment";
import { withoutRepeats } from "./components";
import { heldData, isReplica } from "./data-holding";
import { considerKind } from "./kinds";
import { type Match, matchesOf } from "./matching";
import { inOrder } from "./order";
import { type Assessed, propagate } from "./propagation";
import { differences } from "./properties";
import { considerProviders } from "./providers";
import { keptValues, type Translation } from "./renamed-values";

/**
 * The effect of an update from one plan to another, classified from the program's inputs as the engine would. Without a
 * base, everything is created. Facts that only a provider knows (its defaults, a drifted resource) are not seen; a value
 * that can't be compared is never treated as equal.
 */
export function comparePlans(base: Plan | undefined, head: Plan, baseName: string | undefined): StackChange {
  const { matches, gone } = matchesOf(base, head);
  const renamed = new Map(
    matches.flatMap(({ before, after }) => (before === undefined ? [] : [[before.urn, after.urn] as const])),
  );
  const kept = keptValues(matches);
  const both = matches.flatMap(({ before, after }): Assessed[] =>
    before === undefined ? [] : [{ before, after, assessment: assessed({ before, after }, renamed, kept) }],
  );
  for (const pair of both) considerKind(pair);
  if (base !== undefined) considerProviders(both, base, head);
  propagate(both);
  const known = new Map(both.map((pair) => [pair.after.urn, pair]));
  const present = matches
    .map(({ after }) => known.get(after.urn) ?? { after })
    .filter(({ after }) => !isDefaultProvider(after.urn))
    .map((match) => ("assessment" in match ? changeOfBoth(match) : created(match)));
  const outputs = base === undefined ? undefined : outputChanges(base, head, kept);
  const secrets = both.reduce((sum, { assessment }) => sum + assessment.secretsNotCompared, outputs?.hidden ?? 0);
  const deletions = gone.filter((resource) => isDeleted(resource)).map(deleted);
  return {
    project: head.project,
    stack: head.stack,
    engine: "offline",
    ...(baseName === undefined ? {} : { base: baseName }),
    unknowns: head.unknowns,
    changes: withoutRepeats(inOrder(present, deletions, matches)),
    ...(outputs === undefined || outputs.shown.length === 0 ? {} : { outputs: outputs.shown }),
    ...(secrets === 0 ? {} : { secretsNotCompared: secrets }),
    policy: head.policy,
    diagnostics: head.diagnostics,
    durationSeconds: head.durationSeconds,
  };
}

function changeOfBoth({ before, after, assessment }: Assessed): ResourceChange {
  const { action, properties, causes } = assessment;
  const endangered = action === "replace" || action === "may replace";
  return {
    action,
    ...facts(after),
    ...(before.urn === after.urn ? {} : { renamedFrom: before.urn }),
    properties,
    causes,
    ...(endangered ? loss(before) : {}),
    // The engine takes protection away and replaces in one update.
    protected: before.protect && (!endangered || after.protect),
    retained: before.retainOnDelete ?? false,
  };
}

function created({ after }: Match): ResourceChange {
  const action = after.op === "read" ? "unchanged" : after.op;
  const properties = shownInputs(after).map(
    ([path, value]): PropertyChange => ({ path, kind: "added", after: value, forces: "nothing" }),
  );
  return {
    action,
    ...facts(after),
    causes: [],
    protected: after.protect,
    retained: after.retainOnDelete ?? false,
    properties: after.op === "read" ? [] : properties,
  };
}

function deleted(before: PlanResource): ResourceChange {
  return {
    action: "delete",
    ...facts(before),
    properties: shownInputs(before).map(
      ([path, value]): PropertyChange => ({ path, kind: "removed", before: value, forces: "nothing" }),
    ),
    causes: ["it is no longer in the program"],
    ...loss(before),
    protected: before.protect,
    retained: before.retainOnDelete ?? false,
  };
}

/** What the engine keeps with a provider for itself is not shown (`IsInternalPropertyKey` in `sdk/go/common/resource`). */
function shownInputs({ inputs }: PlanResource): [path: string, value: Wire][] {
  return Object.entries(inputs).filter(([key]) => !key.startsWith("__"));
}

/** A read resource is only forgotten, the stack itself stays, and default providers belong to the engine. */
function isDeleted({ op, type, urn }: PlanResource): boolean {
  return op !== "read" && type !== rootStackType && !isDefaultProvider(urn);
}

function loss({ type, custom, retainOnDelete, inputs }: PlanResource): Pick<ResourceChange, "dataLoss"> {
  const words = custom && retainOnDelete !== true && !isReplica(inputs) ? heldData(type) : undefined;
  return words === undefined ? {} : { dataLoss: words };
}

function facts({ urn, type, name, custom, parent, dependencies, propertyDependencies, source }: PlanResource) {
  const all = [...new Set([...dependencies, ...Object.values(propertyDependencies).flat()])].sort();
  return {
    urn,
    type,
    name,
    custom,
    dependencies: all,
    ...(parent === undefined ? {} : { parent }),
    ...(source === undefined ? {} : { source }),
  };
}

/**
 * Outputs of the stack, which other stacks may read. An output that is unknown on both sides is no difference: the resource
 * behind it reports its own change.
 */
function outputChanges(base: Plan, head: Plan, kept: Translation): { shown: PropertyChange[]; hidden: number } {
  const found = differences(base.stackOutputs, kept(head.stackOutputs), {
    secret: (old, now, shown) => sameSecret([base.stackOutputs, old], [head.stackOutputs, now], shown),
    unknown: () => true,
  });
  const shown = found.filter((one) => !isHidden(one));
  return {
    shown: shown.map((difference) => ({ ...difference, forces: "nothing" })),
    hidden: found.length - shown.length,
  };
}
