/** A field of cron: what it counts, from where to where, and the names of its numbers. */
interface Field {
  name: string;
  from: number;
  to: number;
  names?: readonly string[];
}

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"] as const;
const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

const fields = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day of month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12, names: monthNames },
  { name: "day of week", from: 0, to: 7, names: dayNames }, // 7 is Sunday too
] as const satisfies readonly Field[];

/**
 * Five fields of cron as EventBridge Scheduler has them: six fields with a year, `?` in one of the two day fields, and days
 * of the week that begin with 1 for Sunday (EventBridge Scheduler User Guide, "Schedule types"). Ranges and steps are
 * written out, since EventBridge knows them in some fields only; days of the week by name, so that no one counts them
 * wrong. Throws where a field is no cron, and where both day fields are set: cron reads that as either, which EventBridge
 * can't say.
 */
export function scheduleExpression(cron: string): string {
  const texts = cron.trim().split(/\s+/);
  if (texts.length !== fields.length) {
    throw new Error(
      `schedule "${cron}" has ${texts.length} fields; cron has ${fields.length}: ${fields.map(({ name }) => name).join(", ")}`,
    );
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields.map((field, i) => numbers(texts[i] ?? "", field, cron));
  if (dayOfMonth !== undefined && dayOfWeek !== undefined) {
    throw new Error(
      `schedule "${cron}" sets day of month and day of week; EventBridge takes one of them: leave "*" in the other`,
    );
  }
  const weekDays = dayOfWeek && [...new Set(dayOfWeek.map((day) => dayNames[day % 7]))].join(",");
  const days = weekDays === undefined ? `${list(dayOfMonth)} ${list(month)} ?` : `? ${list(month)} ${weekDays}`;
  return `cron(${list(minute)} ${list(hour)} ${days} *)`;
}

/** The numbers that a field matches; undefined for all. */
function numbers(text: string, field: Field, cron: string): number[] | undefined {
  if (text === "*") return undefined;
  const found = new Set<number>();
  for (const part of text.split(",")) for (const number of span(part, field, cron)) found.add(number);
  return [...found].sort((a, b) => a - b);
}

/** `5`, `1-5`, `*` or `10-30`, each with a step behind a slash; `10/5` is from 10 to the end. */
function span(part: string, field: Field, cron: string): number[] {
  const [range = "", stepText, ...more] = part.split("/");
  const [firstText = "", lastText, ...tooMany] =
    range === "*" ? [String(field.from), String(field.to)] : range.split("-");
  const step = stepText === undefined ? 1 : Number(stepText);
  const first = value(firstText, field);
  const last = lastText !== undefined ? value(lastText, field) : stepText === undefined ? first : field.to;
  const valid =
    more.length === 0 &&
    tooMany.length === 0 &&
    first !== undefined &&
    last !== undefined &&
    first <= last &&
    step >= 1;
  if (!valid || !Number.isInteger(step)) {
    throw new Error(
      `schedule "${cron}": "${part}" is no ${field.name}; it takes numbers from ${field.from} to ${field.to}, ranges, steps and lists`,
    );
  }
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

function value(text: string, { from, to, names }: Field): number | undefined {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + (from === 1 ? 1 : 0);
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
}

function list(found: number[] | undefined): string {
  return found === undefined ? "*" : found.join(",");
}
