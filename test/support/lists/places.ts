import type { Topology } from "../../../components/contract";
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
export function placesOf(topology: Topology, path: ListPath): ListPlace[] {
  const keys = path.split(".");
  return below({ value: topology, place: "" }, keys).flatMap(({ value, place, holder, key }) =>
    isTree(value) && holder !== undefined && key !== undefined
      ? [{ path, place, owner: holder, list: value, put: (list) => Object.assign(holder, { [key]: list }) }]
      : [],
  );
}

interface Found {
  value: unknown;
  place: string;
  holder?: object;
  key?: string;
}

function below(from: Found, [step, ...rest]: readonly string[]): Found[] {
  if (step === undefined) return [from];
  if (!isTree(from.value)) return [];
  const key = step.replace(/(\[\]|\{\})$/, "");
  const value: unknown = Object.getOwnPropertyDescriptor(from.value, key)?.value;
  const found: Found = { value, place: from.place === "" ? key : `${from.place}.${key}`, holder: from.value, key };
  if (key === step) return below(found, rest);
  if (!isTree(value)) return [];
  const elements: Found[] = Object.entries(value).map(([name, element]) => ({
    value: element,
    place: `${found.place}[${name}]`,
    holder: value,
    key: name,
  }));
  return elements.flatMap((element) => below(element, rest));
}

function isTree(value: unknown): value is object & (readonly unknown[] | Readonly<Record<string, unknown>>) {
  return typeof value === "object" && value !== null;
}
