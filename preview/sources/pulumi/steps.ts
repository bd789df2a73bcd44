import { withoutRepeats } from "../../compare/components";
import { heldData } from "../../compare/data-holding";
import { type Difference, differences, secretReason } from "../../compare/properties";
import type { Action } from "../../model/actions";
import type { PropertyChange, ResourceChange } from "../../model/change";
import { isWithin, stepsOf } from "../../model/paths";
import { nameOf } from "../../model/urn";
import { isWireObject, readable, type Wire, type WireObject } from "../../model/wire";
import { deleteCause, type Operation, operationOf, refreshCause } from "./operation";
import type { EngineStep } from "./step";

/** The engine's operations (`pkg/resource/deploy/step.go`); those that are left out are no change. */
const actions: Readonly<Record<string, Action>> = {
  same: "unchanged",
  create: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  import: "import",
  "import-replacement": "replace",
  read: "unchanged",
  refresh: "unchanged",
};

/** The change of each resource, once. */
export function changesOf(steps: readonly EngineStep[]): ResourceChange[] {
  const byUrn = new Map<string, ResourceChange>();
  const operation = operationOf(steps);
  // A resource that is renamed and replaced: the old one is deleted under its old URN.
  const renamed = new Map(steps.flatMap((step) => (oldUrn(step) === undefined ? [] : [[oldUrn(step), step.urn]])));
  const isImported = importedInPlace(steps);
  for (const step of steps) {
    const action = isImported(step) ? "import" : actions[step.op];
    if (action === undefined) continue;
    const urn = step.op === "delete-replaced" ? (renamed.get(step.urn) ?? step.urn) : step.urn;
    const change = changeOf(step, action, operation);
    const known = byUrn.get(urn);
    if (known === undefined || saysMore(change, known)) byUrn.set(urn, change);
  }
  return withoutRepeats([...byUrn.values()]);
}

/** Whether a step is of a resource that was only read, and is imported in its own place: nothing is deleted. */
function importedInPlace(steps: readonly EngineStep[]): (step: EngineStep) => boolean {
  const by = (wanted: string) => new Set(steps.filter(({ op }) => op === wanted).map(({ urn }) => urn));
  const [imported, deleted] = [by("import-replacement"), by("delete-replaced")];
  return ({ op, urn }) => /^(?:import-replacement|replace)$/.test(op) && imported.has(urn) && !deleted.has(urn);
}

/** Names of project and stack, from the steps' URNs. */
export function placeOf(steps: readonly EngineStep[]): { project: string; stack: string } {
  const [, stack = "", project = ""] = /^urn:pulumi:([^:]*)::([^:]*)::/.exec(steps[0]?.urn ?? "") ?? [];
  return { project, stack };
}

/** Its URN in the state, if that is a different one. */
function oldUrn({ urn, before }: EngineStep): string | undefined {
  const old = before?.urn ?? "";
  return old === "" || old === urn ? undefined : old;
}

/**
 * Whether a later step of a resource says more than an earlier one. A replacement has up to three steps, and one of them has
 * the reason; a preview with refresh has a step for the state of the cloud, and one for the update that follows.
 */
function saysMore(later: ResourceChange, known: ResourceChange): boolean {
  if (later.action === "unchanged") return false;
  if (known.action !== "replace") return true;
  return later.action === "replace" && known.causes.length === 0;
}

function changeOf(step: EngineStep, action: Action, operation: Operation): ResourceChange {
  const { urn, before, after, replaceReasons, detailedDiff } = step;
  const shown = after ?? before;
  const forcing = [
    ...replaceReasons,
    ...Object.entries(detailedDiff).flatMap(([path, kind]) => (kind.endsWith("replace") ? [path] : [])),
  ];
  const type = shown?.type ?? "";
  // A resource that a refresh finds gone is lost already.
  const isLost = (action === "delete" && !isFound(step, operation)) || action === "replace";
  const words = isLost ? heldData(type) : undefined;
  const retained = before?.retainOnDelete ?? false;
  const old = oldUrn(step);
  return {
    action,
    urn,
    type,
    name: nameOf(urn),
    custom: shown?.custom ?? true,
    ...(old === undefined || action === "delete" ? {} : { renamedFrom: old }),
    ...(shown?.parent === undefined || shown.parent === "" ? {} : { parent: shown.parent }),
    dependencies: shown?.dependencies ?? [],
    properties: action === "unchanged" ? [] : differing(step).map((one) => propertyOf(one, forcing)),
    causes: causesOf(step, action, forcing, operation),
    ...(words === undefined || retained ? {} : { dataLoss: words }),
    protected: before?.protect ?? false,
    retained,
  };
}

/** Whether a refresh found it in the cloud. */
function isFound({ refreshed }: EngineStep, operation: Operation): boolean {
  return refreshed === true || operation === "refresh";
}

function causesOf(step: EngineStep, action: Action, forcing: readonly string[], operation: Operation): string[] {
  if (action === "delete" || action === "update") {
    if (step.refreshed === true || operation === "refresh") return [refreshCause(action)];
    return action === "delete" ? [deleteCause(operation)] : [];
  }
  return action === "replace" ? [...new Set(forcing)].map((path) => `${path} forces a replacement`) : [];
}

/**
 * Inputs that differ, and keys that the engine names though the inputs don't show a difference. A secret is masked on both
 * sides: it counts if the engine names it, or names nothing at all.
 */
function differing({ before, after, diffReasons, detailedDiff }: EngineStep): Difference[] {
  const paths = Object.keys(detailedDiff).length > 0 ? Object.keys(detailedDiff) : diffReasons;
  const shown = differences(valuesOf(before?.inputs), valuesOf(after?.inputs), {
    secret: () => undefined,
    unknown: () => false,
  }).filter(
    ({ path, reason }) =>
      reason !== secretReason || paths.length === 0 || paths.some((named) => areRelated(path, named)),
  );
  const hidden = paths.filter((path) => !shown.some((one) => areRelated(one.path, path)));
  return [
    ...shown,
    ...hidden.map((path) => ({ path, kind: "not comparable" as const, reason: "its inputs do not show what differs" })),
  ];
}

function propertyOf(difference: Difference, forcing: readonly string[]): PropertyChange {
  return { ...difference, forces: forcing.some((path) => areRelated(difference.path, path)) ? "replace" : "nothing" };
}

/** Whether one path is equal to the other or below it. */
function areRelated(one: string, other: string): boolean {
  const [first, second] = [stepsOf(one), stepsOf(other)];
  return isWithin(first, second) || isWithin(second, first);
}

function valuesOf(inputs: Readonly<Record<string, Wire>> | null | undefined): WireObject {
  const values = readable({ ...inputs });
  return isWireObject(values) ? values : {};
}
