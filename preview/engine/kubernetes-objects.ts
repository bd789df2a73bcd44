import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { specialOf } from "../model/special";
import { containsUnknown, isWireObject, type Wire, type WireObject, withoutSecrets } from "../model/wire";
import { canonicalQuantity } from "./simulate/quantities";

const texts = z.record(z.string(), z.string());
const tableShape = z.object({ kinds: texts, structs: texts });

/** What happens to a struct's fields, by their name: the words of `tools/kubernetes-objects/main.go`. */
type Fields = ReadonlyMap<string, string>;

/** Beside the source as well as beside what is built of it. */
const file = resolve(__dirname, "../tables/kubernetes-objects.json");
let table: z.infer<typeof tableShape> | undefined;
const read = new Map<string, Fields>();

/**
 * The inputs of a Kubernetes object as Pulumi's provider keeps them. It sends them through Kubernetes' own types (`normalizeInputs` in
 * `provider/pkg/provider/provider.go`), which leave out what is zero, false or empty where that means nothing else, and write quantities
 * in one form. Objects of other kinds, and those of which anything is not known yet, are kept as they are. A field that the types do not
 * have is kept, too, which the provider drops: its types may be older or newer than the table's.
 */
export function keptInputs(type: string, inputs: WireObject): WireObject {
  if (!type.startsWith("kubernetes:") || containsUnknown(inputs)) return inputs;
  table ??= tableShape.parse(JSON.parse(readFileSync(file, "utf8")));
  const struct = table.kinds[type.replace(/^kubernetes:/, "").replace(/Patch$/, "")];
  return struct === undefined ? inputs : keptObject(inputs, struct);
}

function keptObject(object: WireObject, struct: string): WireObject {
  const fields = fieldsOf(struct);
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      const word = fields.get(name);
      if (word === undefined) return [[name, value]];
      if (word.startsWith("?") && isZero(withoutSecrets(value))) return [];
      return [[name, kept(value, word.replace("?", ""))]];
    }),
  );
}

/** A value that stays, by its word without `?`. */
function kept(value: Wire, word: string): Wire {
  if (word === "") return value;
  if (isWireObject(value)) {
    const special = specialOf(value);
    if (special?.kind === "secret" && special.value !== undefined)
      return { ...value, value: kept(special.value, word) };
    if (special !== undefined) return value;
    if (!word.startsWith("{}")) return word === "q" || word.startsWith("[]") ? value : keptObject(value, word);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, kept(item, word.slice(2))]));
  }
  if (Array.isArray(value)) return word.startsWith("[]") ? value.map((item) => kept(item, word.slice(2))) : value;
  if (word === "q" && (typeof value === "string" || typeof value === "number")) return canonicalQuantity(String(value));
  return value;
}

function isZero(value: Wire): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isWireObject(value)) return Object.keys(value).length === 0;
  return value === 0 || value === "" || value === false;
}

function fieldsOf(struct: string): Fields {
  const known = read.get(struct);
  if (known !== undefined) return known;
  const words = table?.structs[struct]?.split(" ") ?? [];
  const fields = new Map(words.map((word) => [word.slice(0, word.indexOf(":")), word.slice(word.indexOf(":") + 1)]));
  read.set(struct, fields);
  return fields;
}
