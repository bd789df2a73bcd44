/**
 * Five fields of cron as EventBridge Scheduler has them: a sixth for the year, days of the week from 1 (Sunday) to 7, and
 * `?` in one of the two day fields (EventBridge Scheduler User Guide, "Schedule types"). Throws where both day fields
 * are set, which cron reads as either and EventBridge can't say.
 */
export function scheduleExpression(cron: string): string {
  const fields = cron.trim().split(/\s+/);
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    dayOfMonth === undefined ||
    month === undefined ||
    dayOfWeek === undefined
  ) {
    throw new Error(
      `schedule "${cron}" has ${fields.length} fields; cron has 5: minute, hour, day of month, month, day of week`,
    );
  }
  if (dayOfMonth !== "*" && dayOfWeek !== "*") {
    throw new Error(`schedule "${cron}" sets day of month and day of week; EventBridge takes one of them`);
  }
  const days = dayOfWeek === "*" ? (dayOfMonth === "*" ? ["*", "?"] : [dayOfMonth, "?"]) : ["?", weekDays(dayOfWeek)];
  return `cron(${minute} ${hour} ${days[0]} ${month} ${days[1]} *)`;
}

/** Numbers of days of the week, one higher; 7 is Sunday in cron too. Steps and names stay. */
function weekDays(field: string): string {
  return field.replace(/(?<!\/)\b\d\b/g, (day) => String((Number(day) % 7) + 1));
}
