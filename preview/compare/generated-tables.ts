import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isWireObject, type WireObject } from "../model/wire";

/** The providers that have a table which `tools/replace-forcing.ts` made of their source (docs/adr/0028). */
export const generatedProviders = ["gcp", "kubernetes", "random"] as const;

/** Beside the source as well as beside what is built of it. */
const tablesDir = resolve(__dirname, "../tables");
const read = new Map<string, WireObject>();

/** The paths of a type in its provider's generated table, in the notation of `replace-forcing/table.ts`. */
export function generatedPaths(type: string): readonly string[] | undefined {
  const provider = generatedProviders.find((one) => type.startsWith(`${one}:`));
  if (provider === undefined) return undefined;
  const types = generatedTypes(provider);
  const paths = Object.hasOwn(types, type) ? types[type] : undefined;
  return typeof paths === "string" ? paths.split(" ") : undefined;
}

/** By type, paths with a space between them. Read once, where a resource of the provider changed. */
function generatedTypes(provider: string): WireObject {
  const known = read.get(provider);
  if (known !== undefined) return known;
  const { types }: WireObject = JSON.parse(readFileSync(resolve(tablesDir, `${provider}.json`), "utf8"));
  const found = isWireObject(types) ? types : {};
  read.set(provider, found);
  return found;
}
