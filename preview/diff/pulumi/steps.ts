import { z } from "zod";
import { nameOf } from "../../engine/urn";
import { isWireObject, readable, type Wire, type WireObject } from "../../engine/wire";
import type { Action, PropertyChange, ResourceChange } from "../change";
import { heldData } from "../data-holding";
import { isWithin, stepsOf } from "../paths";
import { type Difference, differences } from "../properties";
import { shortText as short } from "../schema";

/** A resource's state as Pulumi's engine writes it, in the digest of a preview and in an event log. */
export const engineState = z.object({
  ...{ type: short, custom: z.boolean().optional(), parent: short.optional() },
  inputs: z.record(short, z.json()).nullish(),
  ...{ protect: z.boolean().optional(), retainOnDelete: z.boolean().optional() },
  dependencies: z.array(short).nullish(),
});
type State = z.infer<typeof engineState>;

/** One step that Pulumi's engine intends. */
export interface EngineStep {
  op: string;
  urn: string;
  before?: State;
  after?: State;
  /** Keys whose change has the resource replaced. */
  replaceReasons: readonly string[];
  /** Keys that differ. */
  diffReasons: readonly string[];
  /** Kind of difference by path, where the provider tells as much: `update`, `add-replace`. */
  detailedDiff: Readonly<Record<string, string>>;
}

/** The engine's words for what happens (`pkg/resource/deploy/step.go`); those that are left out are no change. */
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

/** What happens to each resource, once. */
export function changesOf(steps: readonly EngineStep[]): ResourceChange[] {
  const byUrn = new Map<string, ResourceChange>();
  for (const step of steps) {
    const action = actions[step.op];
    if (action === undefined) continue;
    const change = changeOf(step, action);
    const known = byUrn.get(step.urn);
    if (known === undefined || says(change, known)) byUrn.set(step.urn, change);
  }
  return [...byUrn.values()];
}

/** Name of the project and the stack, out of the steps' URNs. */
export function placeOf(steps: readonly EngineStep[]): { project: string; stack: string } {
  const [, stack = "", project = ""] = /^urn:pulumi:([^:]*)::([^:]*)::/.exec(steps[0]?.urn ?? "") ?? [];
  return { project, stack };
}

/**
 * Whether a later step of a resource says more than the one before. A replacement takes up to three, of which one says why; a
 * preview that refreshes has a step for what the cloud has, and one for what the update does about it.
 */
function says(later: ResourceChange, known: ResourceChange): boolean {
  if (later.action === "unchanged") return false;
  if (known.action !== "replace") return true;
  return later.action === "replace" && known.causes.length === 0;
}

function changeOf(step: EngineStep, action: Action): ResourceChange {
  const { urn, before, after, replaceReasons, detailedDiff } = step;
  const shown = after ?? before;
  const forcing = [
    ...replaceReasons,
    ...Object.entries(detailedDiff).flatMap(([path, kind]) => (kind.endsWith("replace") ? [path] : [])),
  ];
  const type = shown?.type ?? "";
  const words = action === "delete" || action === "replace" ? heldData(type) : undefined;
  const retained = before?.retainOnDelete ?? false;
  return {
    ...{ action, urn, type, name: nameOf(urn), custom: shown?.custom ?? true },
    ...(shown?.parent === undefined || shown.parent === "" ? {} : { parent: shown.parent }),
    dependencies: shown?.dependencies ?? [],
    properties: differing(step).map((one) => propertyOf(one, forcing)),
    causes: causesOf(action, forcing),
    ...(words === undefined || retained ? {} : { dataLoss: words }),
    ...{ protected: before?.protect ?? false, retained },
  };
}

function causesOf(action: Action, forcing: readonly string[]): string[] {
  if (action === "delete") return ["it is no longer in the program"];
  return action === "replace" ? [...new Set(forcing)].map((path) => `${path} forces a replacement`) : [];
}

/** What differs in the inputs, and what the engine says differs though they show it not. */
function differing({ op, before, after, diffReasons, detailedDiff }: EngineStep): Difference[] {
  const shown = differences(valuesOf(before?.inputs), valuesOf(after?.inputs), () => undefined);
  if (op === "same" || op === "refresh" || op === "read") return shown;
  const told = Object.keys(detailedDiff).length > 0 ? Object.keys(detailedDiff) : diffReasons;
  const hidden = told.filter((path) => !shown.some((one) => areRelated(one.path, path)));
  return [
    ...shown,
    ...hidden.map((path) => ({ path, kind: "not comparable" as const, reason: "its inputs do not show what differs" })),
  ];
}

function propertyOf(difference: Difference, forcing: readonly string[]): PropertyChange {
  return { ...difference, forces: forcing.some((path) => areRelated(difference.path, path)) ? "replace" : "nothing" };
}

/** Whether one path is the other, or within it. */
function areRelated(one: string, other: string): boolean {
  const [first, second] = [stepsOf(one), stepsOf(other)];
  return isWithin(first, second) || isWithin(second, first);
}

function valuesOf(inputs: Readonly<Record<string, Wire>> | null | undefined): WireObject {
  const values = readable({ ...inputs });
  return isWireObject(values) ? values : {};
}
