import { readFileSync } from "node:fs";
import type { MonthlyCost } from "../model/change";
import { PreviewError } from "../model/errors";
import { fileWords } from "../model/file-words";

/**
 * Reads the costs of stacks: JSON of `{ "<stack>": { "before": 120.5, "after": 131, "currency": "EUR" } }`, from any
 * estimator. Throws a `PreviewError` for another shape, or for a stack that is not previewed.
 */
export function costsOf(file: string | undefined, stacks: readonly string[]): ReadonlyMap<string, MonthlyCost> {
  if (file === undefined) return new Map();
  // Loaded when it is asked for: it brings a schema library.
  const { costsDocument }: typeof import("../sources/schema") = require("../sources/schema");
  const found = costsDocument.safeParse(contentOf(file));
  if (!found.success) {
    const [issue] = found.error.issues;
    throw new PreviewError(
      `costs ${file}: ${issue?.path.join(".") || "it"}: ${issue?.message}; required: {"<stack>": {"before": 120.5, "after": 131, "currency": "EUR"}}`,
    );
  }
  const costs = new Map(Object.entries(found.data));
  const strange = [...costs.keys()].filter((stack) => !stacks.includes(stack));
  if (strange.length > 0) {
    throw new PreviewError(`costs ${file} names ${strange.join(", ")}; previewed: ${stacks.join(", ")}`);
  }
  return costs;
}

function contentOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PreviewError(`costs ${file} can't be read: ${fileWords(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new PreviewError(`costs ${file} is no JSON`);
  }
}
