import { type Step, stepsOf } from "../../model/paths";
import { isWireObject, mapObject, secret, type Wire, type WireObject } from "../../model/wire";
import type { YamlDocument } from "../../project/yaml/read";
import type { CheckedResource } from "./document";

/** Manifests in a text. */
export interface Manifests {
  resources: CheckedResource[];
  /** Lines of documents that are no manifests. */
  others: (number | undefined)[];
  /** Lines of objects that can't be judged as their kind is unknown: items of a list, and documents with an empty kind. */
  unnamed: (number | undefined)[];
}

/** The manifest in a document, or those of its list, at any depth. */
export function manifestsOf({ value, lineOf }: YamlDocument, file: string): Manifests {
  return found(value, file, lineOf, []);
}

/** The line of a path in a document; undefined for a format without lines. */
type Lines = ((steps: readonly Step[]) => number) | undefined;

/** Manifests in JSON, which has no lines. */
export function jsonManifests(value: Wire, file: string): Manifests {
  return all((Array.isArray(value) ? value : [value]).map((item) => found(item, file, undefined, [])));
}

/**
 * For kubectl, a list is any object with `items` (`decode` in
 * `k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go`), even if its kind is ConfigMap; its other fields are
 * dropped. An item without kind and version has those of the list.
 */
function found(value: Wire, file: string, lineOf: Lines, at: readonly Step[]): Manifests {
  const nothing: Manifests = { resources: [], others: [], unnamed: [] };
  const line = (): number | undefined => lineOf?.(at);
  const inList = at.length > 0;
  if (!isWireObject(value)) {
    if (inList) return { ...nothing, unnamed: [line()] };
    return value === null ? nothing : { ...nothing, others: [line()] };
  }
  const [apiVersion, kind] = [textOf(value.apiVersion), textOf(value.kind)];
  const { items } = value;
  if (Array.isArray(items) && (kind !== "" || inList)) {
    const ofItems = { apiVersion, kind: kind.replace(/List$/, "") };
    return all(items.map((item, i) => found(filledIn(item, ofItems), file, lineOf, [...at, "items", i])));
  }
  if (apiVersion !== "" && kind !== "") {
    return { ...nothing, resources: [resourceOf(value, { apiVersion, kind }, file, lineOf, at)] };
  }
  const hasBoth = typeof value.apiVersion === "string" && typeof value.kind === "string";
  return inList || hasBoth ? { ...nothing, unnamed: [line()] } : { ...nothing, others: [line()] };
}

/** An item with the kind and version of its list, if it has neither. */
function filledIn(item: Wire, ofList: { apiVersion: string; kind: string }): Wire {
  if (!isWireObject(item) || textOf(item.apiVersion) !== "" || textOf(item.kind) !== "") return item;
  return { ...item, ...ofList };
}

/** A text; any other value counts as an empty one. */
function textOf(value: Wire | undefined): string {
  return typeof value === "string" ? value : "";
}

function all(list: readonly Manifests[]): Manifests {
  return {
    resources: list.flatMap(({ resources }) => resources),
    others: list.flatMap(({ others }) => others),
    unnamed: list.flatMap(({ unnamed }) => unnamed),
  };
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
  type: "pulumi:providers:kubernetes",
  name: "default",
  properties: {},
  urn: "urn:pulumi:manifests::manifests::pulumi:providers:kubernetes::default",
};

/** The values of a Secret are secret. */
function withSecretData(manifest: WireObject): WireObject {
  return mapObject(manifest, (value, key) =>
    (key === "data" || key === "stringData") && isWireObject(value) ? mapObject(value, secret) : value,
  );
}
