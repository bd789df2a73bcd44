import { analyzedValue } from "../../engine/analyzed-value";
import { nameOf } from "../../model/urn";
import {
  isWireObject,
  mapObject,
  secretText,
  unknown,
  unknownText,
  type Wire,
  type WireObject,
} from "../../model/wire";
import type { CheckedResource, CheckedStack } from "./document";

/** The resources of `pulumi stack export`, or undefined if it is no export. */
export function exportedStack(document: WireObject, file: string): CheckedStack | undefined {
  if (isManifest(document)) return undefined;
  const exported = isWireObject(document.deployment) ? document.deployment : checkpointOf(document);
  if (exported === undefined && !isWireObject(document.manifest)) return undefined;
  const deployment = exported ?? document;
  // A stack without resources is exported without the list.
  const resources = Array.isArray(deployment.resources) ? deployment.resources : [];
  return stackOf(
    resources.filter(isWireObject).filter(({ delete: pending }) => pending !== true),
    file,
  );
}

/** Whether kubectl accepts it: it requires a kind, and ignores unknown fields. */
function isManifest({ kind }: WireObject): boolean {
  return typeof kind === "string";
}

/** The deployment in a state file of a backend that keeps files (`CheckpointV3` in `sdk/go/common/apitype/core.go`). */
function checkpointOf({ checkpoint }: WireObject): WireObject | undefined {
  return isWireObject(checkpoint) && isWireObject(checkpoint.latest) ? checkpoint.latest : undefined;
}

/**
 * The resources after an update, from `pulumi preview --json` or `isotopo preview --format json`; undefined for any other
 * document.
 */
export function previewedStacks(document: WireObject, file: string): CheckedStack[] | undefined {
  if (isManifest(document)) return undefined;
  if (isWireObject(document.stacks)) {
    const plans = Object.values(document.stacks).filter(isWireObject);
    return plans.flatMap((plan) => previewedStacks(plan, file) ?? []);
  }
  if (!Array.isArray(document.steps)) return isWireObject(document.changeSummary) ? [stackOf([], file)] : undefined;
  const states = document.steps.filter(isWireObject).flatMap(({ op, newState }) => {
    return isWireObject(newState) && typeof op === "string" && !/delete|discard/.test(op) ? [newState] : [];
  });
  // A replacement has a step to create and a step to replace: the same new state twice.
  return [stackOf([...new Map(states.map((state) => [String(state.urn), state])).values()], file)];
}

/** Number of stacks that could not be previewed when a preview was saved. */
export function failuresIn({ failures }: WireObject): number {
  return Array.isArray(failures) ? failures.length : 0;
}

function stackOf(states: readonly WireObject[], file: string): CheckedStack {
  const byUrn = new Map(states.map((state) => [state.urn, state]));
  const resources = states.flatMap((state) => resourceOf(state, file, byUrn) ?? []);
  const [, , stack, , project = ""] = /^urn:(pulumi):([^:]*)::(([^:]*))::/.exec(resources[0]?.urn ?? "") ?? [];
  return { ...(stack === undefined ? {} : { stack }), project, resources };
}

function resourceOf(
  state: WireObject,
  file: string,
  byUrn: ReadonlyMap<Wire | undefined, WireObject>,
): CheckedResource | undefined {
  const { urn, type, id } = state;
  if (typeof urn !== "string" || typeof type !== "string" || type.startsWith("pulumi:providers:")) return undefined;
  const inputs = valuesOf(state.inputs);
  const outputs = valuesOf(state.outputs);
  return {
    type,
    urn,
    name: nameOf(urn),
    inputs,
    outputs: { ...inputs, ...outputs, ...(typeof id === "string" ? { id } : {}) },
    ...(typeof state.parent === "string" ? { parent: state.parent } : {}),
    ...providedBy(state, type, byUrn),
    protect: state.protect === true,
    dependencies: textsOf(state.dependencies),
    propertyDependencies: mapEntries(state.propertyDependencies),
    source: { file },
  };
}

/** Whether a provider manages it, and which: the one that it refers to (`urn::id`), or the default one of its package. */
function providedBy(
  { custom, provider }: WireObject,
  type: string,
  byUrn: ReadonlyMap<Wire | undefined, WireObject>,
): Pick<CheckedResource, "custom" | "provider"> {
  if (custom === false || type.startsWith("pulumi:")) return { custom: false };
  const [, urn = "default"] = /^(.*)::[^:]*$/.exec(typeof provider === "string" ? provider : "") ?? [];
  const inputs = valuesOf(byUrn.get(urn)?.inputs);
  return {
    custom: true,
    provider: { type: `pulumi:providers:${type.split(":", 1)[0]}`, name: nameOf(urn), urn, properties: inputs },
  };
}

function mapEntries(value: Wire | undefined): Record<string, string[]> {
  if (!isWireObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, list]) => [key, textsOf(list)]));
}

function textsOf(value: Wire | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Properties for a judgement. A preview has words for secret and unknown values: neither can be judged. */
function valuesOf(value: Wire | undefined): WireObject {
  return isWireObject(value) ? mapObject(value, (item) => analyzedValue(withoutWords(item))) : {};
}

function withoutWords(value: Wire): Wire {
  if (value === unknownText || value === secretText) return unknown;
  if (Array.isArray(value)) return value.map(withoutWords);
  return isWireObject(value) ? mapObject(value, withoutWords) : value;
}
