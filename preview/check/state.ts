import { nameOf } from "../engine/urn";
import {
  isSecret,
  isUnknown,
  isWireObject,
  mapObject,
  secret,
  unknown,
  unknownText,
  type Wire,
  type WireObject,
} from "../engine/wire";
import type { CheckedResource, CheckedStack } from "./document";

/** The resources of `pulumi stack export`, or undefined where it is no export. */
export function exportedStack(document: WireObject, file: string): CheckedStack | undefined {
  const deployment = isWireObject(document.deployment) ? document.deployment : document;
  if (!isWireObject(document.deployment) && !isWireObject(document.manifest)) return undefined;
  // A stack without resources is exported without the list.
  const resources = Array.isArray(deployment.resources) ? deployment.resources : [];
  return stackOf(
    resources.filter(isWireObject).filter(({ delete: pending }) => pending !== true),
    file,
  );
}

/** The resources that `pulumi preview --json` or `isotopo preview --format json` would leave, or undefined. */
export function previewedStacks(document: WireObject, file: string): CheckedStack[] | undefined {
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

function stackOf(states: readonly WireObject[], file: string): CheckedStack {
  const resources = states.flatMap((state) => resourceOf(state, file) ?? []);
  const [, , stack, , project = ""] = /^urn:(pulumi):([^:]*)::(([^:]*))::/.exec(resources[0]?.urn ?? "") ?? [];
  return { ...(stack === undefined ? {} : { stack }), project, resources };
}

function resourceOf(state: WireObject, file: string): CheckedResource | undefined {
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
    protect: state.protect === true,
    dependencies: textsOf(state.dependencies),
    propertyDependencies: mapEntries(state.propertyDependencies),
    source: { file },
  };
}

function mapEntries(value: Wire | undefined): Record<string, string[]> {
  if (!isWireObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, list]) => [key, textsOf(list)]));
}

function textsOf(value: Wire | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function valuesOf(value: Wire | undefined): WireObject {
  return isWireObject(value) ? mapObject(value, plain) : {};
}

/** A secret of a state file is cipher text, which nobody can judge, or JSON text that stays marked as secret. */
function plain(value: Wire): Wire {
  if (value === unknownText || isUnknown(value)) return unknown;
  if (Array.isArray(value)) return value.map(plain);
  if (!isWireObject(value)) return value;
  if (!isSecret(value)) return mapObject(value, plain);
  return typeof value.plaintext === "string" ? secret(parsed(value.plaintext)) : unknown;
}

function parsed(text: string): Wire {
  try {
    const value: Wire = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
