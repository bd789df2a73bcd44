import { type Step, stepsOf } from "../diff/paths";
import { isWireObject, mapObject, secret, type Wire, type WireObject } from "../engine/wire";
import type { CheckedResource } from "./document";
import type { YamlDocument } from "./yaml/read";

/** Manifests that a text holds, and the lines of its documents that are something else. */
export interface Manifests {
  resources: CheckedResource[];
  others: (number | undefined)[];
}

/** The manifest that a document is, or those of its list, however deep. */
export function manifestsOf({ value, lineOf }: YamlDocument, file: string): Manifests {
  return found(value, file, lineOf, []);
}

/** Tells the line of a path in a document; undefined of what tells no lines. */
type Lines = ((steps: readonly Step[]) => number) | undefined;

/** Manifests of JSON, which tells no lines. */
export function jsonManifests(value: Wire, file: string): Manifests {
  return all((Array.isArray(value) ? value : [value]).map((item) => found(item, file, undefined, [])));
}

function found(value: Wire, file: string, lineOf: Lines, at: readonly Step[]): Manifests {
  if (!isWireObject(value)) return { resources: [], others: value === null ? [] : [lineOf?.(at)] };
  const { apiVersion, kind, items } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return { resources: [], others: [lineOf?.(at)] };
  if (kind.endsWith("List") && Array.isArray(items)) {
    const inList = { apiVersion: apiVersion, kind: kind.slice(0, -"List".length) };
    return all(
      items.map((item, i) => {
        const whole = isWireObject(item) && kind !== "List" ? { ...inList, ...item } : item;
        return found(whole, file, lineOf, [...at, "items", i]);
      }),
    );
  }
  return { resources: [resourceOf(value, { apiVersion, kind }, file, lineOf, at)], others: [] };
}

function all(list: readonly Manifests[]): Manifests {
  return { resources: list.flatMap(({ resources }) => resources), others: list.flatMap(({ others }) => others) };
}

function resourceOf(
  manifest: WireObject,
  { apiVersion, kind }: { apiVersion: string; kind: string },
  file: string,
  lineOf: Lines,
  at: readonly Step[],
): CheckedResource {
  const metadata = isWireObject(manifest.metadata) ? manifest.metadata : {};
  const { name = "", generateName = "", namespace = "" } = metadata;
  const own = [namespace, name || generateName].filter((part) => part !== "").join("/") || "unnamed";
  const type = `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
  const properties = kind === "Secret" ? withSecretData(manifest) : manifest;
  return {
    type,
    name: own,
    urn: `urn:pulumi:manifests::manifests::${type}::${own}`,
    inputs: properties,
    outputs: properties,
    custom: true,
    provider: kubernetes,
    // The resource option is Pulumi's; a manifest can't have it.
    protect: true,
    dependencies: [],
    propertyDependencies: {},
    source: { file, ...(lineOf === undefined ? {} : { line: lineOf(at) }) },
    ...(lineOf === undefined ? {} : { lineOf: (property) => lineOf([...at, ...stepsOf(property)]) }),
  };
}

/** kubectl, as a provider. */
const kubernetes = {
  ...{ type: "pulumi:providers:kubernetes", name: "default", properties: {} },
  urn: "urn:pulumi:manifests::manifests::pulumi:providers:kubernetes::default",
};

/** The values of a Secret are secret. */
function withSecretData(manifest: WireObject): WireObject {
  return mapObject(manifest, (value, key) =>
    (key === "data" || key === "stringData") && isWireObject(value) ? mapObject(value, secret) : value,
  );
}
