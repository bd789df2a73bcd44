import type { PlanResource } from "../../../preview/model/plan";
import { secretText, unknownText, type Wire } from "../../../preview/model/wire";
import type { DeclaredInputs } from "./declared";

/** A text that a resource is given. */
export interface InputText {
  resource: PlanResource;
  /** Keys on the way to it, without the places in lists. */
  keys: readonly string[];
  /** The same way, with the places in lists. */
  path: readonly string[];
  value: string;
  /** What the SDK declares there; undefined where it says nothing. */
  declared: string | undefined;
}

/** All texts among the inputs of a resource, also those in JSON documents; no secrets and nothing unknown. */
export function* textsOf(resource: PlanResource, declared: DeclaredInputs): Generator<InputText> {
  const provider = providerOf(resource.type);
  const types = declared.inputsOf(resource.type);
  for (const [key, value] of Object.entries(resource.inputs)) {
    yield* walk(value, [key], [key], types.get(key));
  }

  function* walk(value: Wire, keys: string[], path: string[], type: string | undefined): Generator<InputText> {
    if (Array.isArray(value)) {
      for (const [place, item] of value.entries()) yield* walk(item, keys, [...path, String(place)], type);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        const next = type === undefined ? undefined : declared.field(provider, type, value, key);
        yield* walk(item, [...keys, key], [...path, key], next);
      }
    } else if (typeof value === "string" && value !== "" && value !== secretText && value !== unknownText) {
      const document = jsonOf(value);
      if (document === undefined) yield { resource, keys, path, value, declared: type };
      else yield* walk(document, keys, path, type);
    }
  }
}

/** `aws` of `aws:rds/instance:Instance`. */
export function providerOf(type: string): string {
  return type.split(":")[0] ?? type;
}

function jsonOf(text: string): Wire | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Wire;
  } catch {
    return undefined;
  }
}
