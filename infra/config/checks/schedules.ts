import { cronFields } from "../../../components/contract";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** The schedule of a cron job is cron as every cloud reads it. */
export function checkSchedules({ facts }: CheckInput, problems: ConfigProblems): void {
  for (const { name, schedule } of facts?.cronJobs ?? []) {
    const read = cronFields(schedule);
    if ("found" in read) problems.add("app", `has a cron job "${name}" whose ${read.found}`, read.allowed);
  }
}
