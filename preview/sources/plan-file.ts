import { readFileSync } from "node:fs";
import { PreviewError } from "../model/errors";
import { fileWords } from "../model/file-words";
import type { Plan } from "../model/plan";
import { readPlans } from "./document";

/** The plans of a file, by stack, and the stacks that could not be previewed when it was written. */
export interface FiledPlans {
  plans: ReadonlyMap<string, Plan>;
  failed: ReadonlySet<string>;
}

/** Reads a file that `isotopo preview --format json` wrote. Throws a `PreviewError` for any other file. */
export function plansIn(file: string): FiledPlans {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PreviewError(`--against ${file}: ${fileWords(error)}`);
  }
  const { plans, failures } = readPlans(text, file);
  return {
    plans: new Map(plans.map((plan) => [plan.stack, plan])),
    failed: new Set(failures.map(({ stack }) => stack)),
  };
}
