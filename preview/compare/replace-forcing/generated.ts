import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A table that `tools/replace-forcing` made of a provider's source. */
const tableSchema = z.object({ types: z.record(z.string(), z.string()) });

/** The providers that have one. AWS and Azure have tables by hand (docs/adr). */
export const generatedProviders = ["gcp", "kubernetes", "random"] as const;
const read = new Map<string, Readonly<Record<string, string>>>();

/** Every type of a provider's generated table, with its paths and a space between them; none where it has no table. */
export function generatedTypes(provider: string): Readonly<Record<string, string>> {
  const known = read.get(provider);
  if (known !== undefined) return known;
  const types = generatedProviders.some((one) => one === provider)
    ? tableSchema.parse(JSON.parse(readFileSync(join(__dirname, "generated", `${provider}.json`), "utf8"))).types
    : {};
  read.set(provider, types);
  return types;
}

/** The paths of a type in its provider's generated table. */
export function generatedPaths(type: string): readonly string[] | undefined {
  const types = generatedTypes(type.slice(0, type.indexOf(":")));
  return Object.hasOwn(types, type) ? types[type]?.split(" ") : undefined;
}
