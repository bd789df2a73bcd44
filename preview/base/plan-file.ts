import { readFileSync } from "node:fs";
import { readPlans } from "../diff/document";
import { PreviewError } from "../engine/errors";
import type { Plan } from "../plan/plan";

/** The plans that `isotopo preview --format json` wrote to a file, by stack. Throws a `PreviewError` where it did not. */
export function plansIn(file: string): Map<string, Plan> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "ENOENT" ? "there is no such file" : String(error);
    throw new PreviewError(`--against ${file}: ${reason}`);
  }
  return new Map(readPlans(text, file).map((plan) => [plan.stack, plan]));
}
