import { appendFileSync } from "node:fs";

/** Most bytes of the summary of a step (GitHub's documentation, "Workflow commands": job summary isolation and limits). */
export const summaryLimit = 1024 * 1024;

/** Adds a report to the summary of a workflow's job, where there is one. */
export function writeJobSummary(report: string, file = process.env.GITHUB_STEP_SUMMARY): boolean {
  if (file === undefined || file === "") return false;
  appendFileSync(file, report.endsWith("\n") ? report : `${report}\n`);
  return true;
}
