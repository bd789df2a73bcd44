import { CronPattern } from "croner";

/** What the fields of a schedule match, in order; undefined for a field that matches all. */
export interface CronFields {
  minute: readonly number[] | undefined;
  hour: readonly number[] | undefined;
  dayOfMonth: readonly number[] | undefined;
  month: readonly number[] | undefined;
  /** From 0, which is Sunday. */
  dayOfWeek: readonly number[] | undefined;
}

/** What is wrong with a schedule, and what there may be instead. */
export interface CronProblem {
  found: string;
  allowed: string;
}

/** A field: what it counts, and where its numbers begin and end. */
const fields = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day of month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12 },
  { name: "day of week", from: 0, to: 6 },
] as const;

/**
 * A part of a list in the form that all clouds read: `*`, a number or a name, a range, each with a step. The library reads
 * `L`, `W`, `#`, `?` and `@daily` too, which Kubernetes refuses.
 */
const common = /^(?:\*|(?:\d+|[a-z]{3})(?:-(?:\d+|[a-z]{3}))?)(?:\/\d+)?$/i;
/** Sunday at the end of the week: Kubernetes counts it as 0 only (`dow` in `spec.go` of robfig/cron 3.0.1). */
const lastSunday = /^7|-(?:7|sun)/i;

/** Reads five fields of cron, or tells what is wrong with the first field that is none. */
export function cronFields(schedule: string): CronFields | CronProblem {
  const texts = schedule.trim().split(/\s+/);
  if (texts.length !== fields.length) {
    const names = fields.map(({ name }) => name).join(", ");
    return {
      found: `schedule "${schedule}" has ${texts.length} fields`,
      allowed: `${fields.length} fields: ${names}`,
    };
  }
  for (const [i, { name, from, to }] of fields.entries()) {
    const wrong = texts[i]?.split(",").find((part) => !isPart(part, i));
    if (wrong === undefined) continue;
    return {
      found: `schedule "${schedule}": "${wrong}" is no ${name}`,
      allowed: `numbers from ${from} to ${to}, ranges, steps and lists`,
    };
  }
  const { minute, hour, day, month, dayOfWeek } = patternOf(texts);
  const [minutes, hours, days, months, weekDays] = [minute, hour, day, month, dayOfWeek].map((flags, i) =>
    texts[i] === "*" ? undefined : flags.flatMap((flag, at) => (flag === 0 ? [] : [at + (fields[i]?.from ?? 0)])),
  );
  return { minute: minutes, hour: hours, dayOfMonth: days, month: months, dayOfWeek: weekDays };
}

/** Whether a text is a part of the list in the field at that place. */
function isPart(part: string, place: number): boolean {
  if (!common.test(part) || (place === 4 && lastSunday.test(part))) return false;
  try {
    patternOf(fields.map((_, i) => (i === place ? part : "*")));
    return true;
  } catch {
    return false;
  }
}

/** A pattern has a list for each field, with 1 for each number that it matches. Throws for what is no cron. */
function patternOf(texts: readonly string[]): CronPattern {
  // A step behind a number goes on to the end of the field, as Kubernetes has it.
  return new CronPattern(texts.join(" "), undefined, { mode: "5-part", sloppyRanges: true });
}
