import { isMap, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import { PreviewError } from "../engine/errors";
import { isWireObject, mapObject, secret, type Wire, type WireObject } from "../engine/wire";
import type { CheckedResource } from "./document";

/** Manifests that a text holds, and how many of its documents are something else. */
export interface Manifests {
  resources: CheckedResource[];
  others: number;
}

/** Manifests in YAML: several documents, Lists among them. Throws a `PreviewError` where the text is no YAML. */
export function yamlManifests(text: string, file: string): Manifests {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  const all = Array.isArray(documents) ? documents : [];
  const [error] = all.flatMap(({ errors }) => errors);
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    throw new PreviewError(`${file}:${line} is no YAML: ${wordsOf(error.message)}`);
  }
  const lineOf = (node: unknown): number => {
    const range: Node["range"] = isMap(node) || isSeq(node) ? node.range : undefined;
    return lines.linePos(range?.[0] ?? 0).line;
  };
  const found = all
    .filter(({ contents }) => contents !== null)
    .map((document) => {
      const value: Wire = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 1000 }) ?? null));
      const items = isMap(document.contents) ? document.contents.get("items", true) : undefined;
      const itemLines = isSeq(items) ? items.items.map(lineOf) : [];
      return manifestsOf(value, file, lineOf(document.contents), itemLines);
    });
  return {
    resources: found.flatMap(({ resources }) => resources),
    others: found.reduce((sum, { others }) => sum + others, 0),
  };
}

/** The manifest that a value is, or those of its list. */
export function manifestsOf(value: Wire, file: string, line?: number, itemLines: readonly number[] = []): Manifests {
  if (!isWireObject(value)) return { resources: [], others: value === null ? 0 : 1 };
  const { apiVersion, kind, items } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return { resources: [], others: 1 };
  if (kind.endsWith("List") && Array.isArray(items)) {
    const inList = { apiVersion: apiVersion, kind: kind.slice(0, -"List".length) };
    const found = items.map((item, i) =>
      manifestsOf(isWireObject(item) && kind !== "List" ? { ...inList, ...item } : item, file, itemLines[i] ?? line),
    );
    return {
      resources: found.flatMap(({ resources }) => resources),
      others: found.reduce((sum, { others }) => sum + others, 0),
    };
  }
  return { resources: [resourceOf(value, apiVersion, kind, file, line)], others: 0 };
}

function resourceOf(
  manifest: WireObject,
  apiVersion: string,
  kind: string,
  file: string,
  line?: number,
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
    // The resource option is Pulumi's; a manifest can't have it.
    protect: true,
    dependencies: [],
    propertyDependencies: {},
    source: { file, ...(line === undefined ? {} : { line }) },
  };
}

/** The values of a Secret are secret. */
function withSecretData(manifest: WireObject): WireObject {
  return mapObject(manifest, (value, key) =>
    (key === "data" || key === "stringData") && isWireObject(value) ? mapObject(value, secret) : value,
  );
}

/** The first line of the parser's words: below it stands a piece of the file. */
function wordsOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}
