import type { Wire, WireObject } from "../../preview/model/wire";
import { isWireObject, unknownText } from "../../preview/model/wire";
import { unknownValue, type Value } from "./msgpack";
import type { AttributeType, Block } from "./protocol";

/** What became of a resource's inputs. */
export interface Converted {
  value: Value;
  /** How many inputs found their attribute. */
  placed: number;
  /** Paths of inputs for which the schema has no attribute by that name. */
  unplaced: string[];
}

/** Turns the inputs of a Pulumi resource into a Terraform configuration, by the names in the provider's own schema. */
export function configOf(block: Block, inputs: WireObject): Converted {
  const conversion = new Conversion();
  const value = conversion.block(block, inputs, "");
  return { value, placed: conversion.placed, unplaced: conversion.unplaced };
}

class Conversion {
  placed = 0;
  readonly unplaced: string[] = [];

  block({ attributes, blocks }: Block, inputs: WireObject, path: string): Value {
    const known = new Set<string>();
    const take = (name: string): Wire | undefined => {
      const key = pulumiNames(name).find((candidate) => candidate in inputs && !known.has(candidate));
      if (key === undefined) return undefined;
      known.add(key);
      return inputs[key];
    };
    const members = new Map<string, Value>();
    for (const { name, type } of attributes) {
      const given = take(name);
      members.set(name, given === undefined ? null : this.attribute(type, given, `${path}${name}`));
    }
    for (const { name, nesting, ...inner } of blocks) {
      const given = take(name);
      if (nesting === "single") {
        members.set(name, isWireObject(given) ? this.block(inner, given, `${path}${name}.`) : null);
      } else if (given === unknownText) {
        this.placed += 1;
        members.set(name, unknownValue);
      } else {
        const items = given === undefined || given === null ? [] : listOf(given);
        members.set(
          name,
          items.map((item, i) => this.block(inner, isWireObject(item) ? item : {}, `${path}${name}[${i}].`)),
        );
      }
    }
    for (const key of Object.keys(inputs)) if (!known.has(key)) this.unplaced.push(`${path}${key}`);
    return members;
  }

  private attribute(type: AttributeType, given: Wire, path: string): Value {
    if (given === null) return null;
    if (typeof type === "string" || given === unknownText) this.placed += 1;
    if (given === unknownText) return unknownValue;
    if (typeof type === "string") return scalar(type, given, path);
    if (type[0] === "object") {
      const types = Object.entries(type[1]).map(([name, of]) => ({ name, type: of, settable: true }));
      return this.block({ attributes: types, blocks: [] }, isWireObject(given) ? given : {}, `${path}.`);
    }
    const [kind, of] = type;
    if (kind === "map") {
      const entries = Object.entries(isWireObject(given) ? given : {});
      return new Map(entries.map(([key, item]) => [key, this.attribute(of, item, `${path}.${key}`)]));
    }
    return listOf(given).map((item, i) => this.attribute(of, item, `${path}[${i}]`));
  }
}

/** A list of at most one is a single value in Pulumi. */
function listOf(given: Wire): Wire[] {
  return Array.isArray(given) ? given : [given];
}

function scalar(type: string, given: Wire, path: string): Value {
  // A file or a text that goes to the cloud: Terraform has its path or its text.
  const value = isWireObject(given) ? (given.asset ?? given.archive ?? null) : given;
  if (Array.isArray(value) || isWireObject(value)) throw new Error(`${path} is no ${type}`);
  if (value === null) return null;
  if (type === "number") return Number(value);
  return type === "bool" ? value === true || value === "true" : String(value);
}

/** What Pulumi may call an attribute: its name in camel case, in the plural where it is a list. */
function pulumiNames(name: string): string[] {
  const camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return [camel, `${camel}s`, `${camel}es`, camel.replace(/y$/, "ies")];
}
