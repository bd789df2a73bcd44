import type { WholeTopology } from "../whole";
import type { ListPath } from "./paths";

/** One list or record of a topology. */
export interface ListPlace {
  path: ListPath;
  /** The path with places in it: `compute.services[2].variables`. */
  place: string;
  /** What holds it. */
  owner: object;
  list: readonly unknown[] | Readonly<Record<string, unknown>>;
  put(list: unknown): void;
}

/** Where a topology has the list of that path: once, once for each element above it, or not at all. */
export function placesOf(topology: WholeTopology, path: ListPath): ListPlace[] {
  const keys = path.split(".");
  return found(topology, keys).flatMap(({ value, place, holder, key }) =>
    isTree(value) && holder !== undefined && key !== undefined
      ? [{ path, place, owner: holder, list: value, put: (list) => Object.assign(holder, { [key]: list }) }]
      : [],
  );
}

/** What holds a property of that path, and its key in it: once, once for each element above it, or not at all. */
export function holdersOf(topology: WholeTopology, path: string): { holder: object; key: string }[] {
  return found(topology, path.split(".")).flatMap(({ value, holder, key }) =>
    value === undefined || holder === undefined || key === undefined ? [] : [{ holder, key }],
  );
}

interface Found {
  value: unknown;
  place: string;
  holder?: object;
  key?: string;
}

function found(topology: WholeTopology, keys: readonly string[]): Found[] {
  return below({ value: topology, place: "" }, keys);
}

function below(from: Found, [step, ...rest]: readonly string[]): Found[] {
  if (step === undefined) return [from];
  if (!isTree(from.value)) return [];
  const key = step.replace(/(\[\]|\{\})$/, "");
  const value: unknown = Object.getOwnPropertyDescriptor(from.value, key)?.value;
  const next: Found = { value, place: from.place === "" ? key : `${from.place}.${key}`, holder: from.value, key };
  if (key === step) return below(next, rest);
  if (!isTree(value)) return [];
  const elements: Found[] = Object.entries(value).map(([name, element]) => ({
    value: element,
    place: `${next.place}[${name}]`,
    holder: value,
    key: name,
  }));
  return elements.flatMap((element) => below(element, rest));
}

function isTree(value: unknown): value is object & (readonly unknown[] | Readonly<Record<string, unknown>>) {
  return typeof value === "object" && value !== null;
}
