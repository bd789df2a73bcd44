import { readFileSync } from "node:fs";
import { readPlans } from "../diff/document";
import { PreviewError } from "../engine/errors";
import { fileWords } from "../engine/file-words";
import type { Plan } from "../plan/plan";

/** The plans that `isotopo preview --format json` wrote to a file, by stack. Throws a `PreviewError` where it did not. */
export function plansIn(file: string): Map<string, Plan> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PreviewError(`--against ${file}: ${fileWords(error)}`);
  }
  return new Map(readPlans(text, file).map((plan) => [plan.stack, plan]));
}
