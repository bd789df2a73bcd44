import { type DailyWindow, daysOfWeek, type WeeklyWindow } from "../../../components/contract";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

const day = 24 * 60;
const week = 7 * day;

/** The maximum of storage is at least its initial size. */
export function checkPostgres({ settings }: CheckInput, problems: ConfigProblems): void {
  const keys = ["overrides.postgres.storageGiB", "overrides.postgres.maxStorageGiB"];
  if (settings === undefined || keys.some((key) => problems.concern(key))) return;
  const { storageGiB, maxStorageGiB } = settings.postgres;
  if (maxStorageGiB < storageGiB) {
    problems.add(
      "overrides.postgres.maxStorageGiB",
      `is ${maxStorageGiB}, less than storageGiB, which is ${storageGiB}`,
      `at least ${storageGiB}`,
    );
  }
}

/** RDS refuses a maintenance window that overlaps the one of backups; the other clouds would do both at once. */
export function checkWindows({ facts }: CheckInput, problems: ConfigProblems): void {
  if (facts?.postgres === undefined) return;
  const { backupWindow, maintenanceWindow } = facts.postgres;
  if (!overlap(backupWindow, maintenanceWindow)) return;
  problems.add(
    "app",
    `has a backup window of the database at ${windowWords(backupWindow)} and its maintenance window on ${maintenanceWindow.day} at ${windowWords(maintenanceWindow)}, which overlap`,
    "two windows with no minute in common",
  );
}

function overlap(daily: DailyWindow, weekly: WeeklyWindow): boolean {
  const from = daysOfWeek.indexOf(weekly.day) * day + minuteOf(weekly.start);
  return daysOfWeek.some((_, index) => {
    const backup = index * day + minuteOf(daily.start);
    // Both are distances on a cyclic week: a window may pass midnight, and Monday follows Sunday.
    const after = (((backup - from) % week) + week) % week;
    return after < weekly.durationMinutes || week - after < daily.durationMinutes;
  });
}

function minuteOf(start: DailyWindow["start"]): number {
  const [hours = 0, minutes = 0] = start.split(":").map(Number);
  return hours * 60 + minutes;
}

function windowWords({ start, durationMinutes }: DailyWindow): string {
  return `${start} for ${durationMinutes} minutes`;
}
