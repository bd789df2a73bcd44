import { cronFields } from "../../contract";

const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

/**
 * Five fields of cron as EventBridge Scheduler has them: six fields with a year, `?` in one of the two day fields, and days
 * of the week that begin with 1 for Sunday (EventBridge Scheduler User Guide, "Schedule types"). Ranges and steps are
 * written out, since EventBridge knows them in some fields only; days of the week by name, so that no one counts them
 * wrong. Throws where a field is no cron, and where both day fields are set: cron reads that as either, which EventBridge
 * can't say.
 */
export function scheduleExpression(cron: string): string {
  const read = cronFields(cron);
  if ("found" in read) throw new Error(`${read.found}; it takes ${read.allowed}`);
  const { minute, hour, dayOfMonth, month, dayOfWeek } = read;
  if (dayOfMonth !== undefined && dayOfWeek !== undefined) {
    throw new Error(
      `schedule "${cron}" sets day of month and day of week; EventBridge takes one of them: leave "*" in the other`,
    );
  }
  const weekDays = dayOfWeek?.map((day) => dayNames[day]).join(",");
  const days = weekDays === undefined ? `${list(dayOfMonth)} ${list(month)} ?` : `? ${list(month)} ${weekDays}`;
  return `cron(${list(minute)} ${list(hour)} ${days} *)`;
}

function list(found: readonly number[] | undefined): string {
  return found === undefined ? "*" : found.join(",");
}
