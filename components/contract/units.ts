/** A time of day in UTC, `HH:MM` on 24 hours. */
export type TimeOfDay = `${number}:${number}`;

/** A day of the week, lower case, in English. */
export type DayOfWeek = (typeof daysOfWeek)[number];

/** The days of the week, Monday first as in ISO 8601. */
export const daysOfWeek = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** A daily window in UTC. */
export interface DailyWindow {
  /**
   * When it opens, in UTC.
   * @example "02:00"
   */
  start: TimeOfDay;
  /**
   * How long it stays open, in minutes.
   * @example 60
   */
  durationMinutes: number;
}

/** A weekly window in UTC. */
export interface WeeklyWindow extends DailyWindow {
  /**
   * The day on which it opens.
   * @example "sunday"
   */
  day: DayOfWeek;
}

/** Processor and memory of one container. */
export interface ComputeSize {
  /**
   * Processor time in thousandths of a vCPU: 250 is a quarter.
   * @example 250
   */
  cpuMillicores: number;
  /**
   * Memory in MiB.
   * @example 512
   */
  memoryMiB: number;
}
