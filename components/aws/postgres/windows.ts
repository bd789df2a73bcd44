import type { DailyWindow, TimeOfDay, WeeklyWindow } from "../../contract";

const dayMinutes = 24 * 60;

/** RDS and ElastiCache write a daily window as `hh24:mi-hh24:mi`. */
export function dailyWindow({ start, durationMinutes }: DailyWindow): string {
  return `${clock(minutesOf(start))}-${clock(minutesOf(start) + durationMinutes)}`;
}

/** And a weekly one as `ddd:hh24:mi-ddd:hh24:mi`. */
export function weeklyWindow({ day, start, durationMinutes }: WeeklyWindow): string {
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const first = days.indexOf(day.slice(0, 3));
  const end = minutesOf(start) + durationMinutes;
  const last = days[(first + Math.floor(end / dayMinutes)) % days.length];
  return `${days[first]}:${clock(minutesOf(start))}-${last}:${clock(end)}`;
}

function minutesOf(time: TimeOfDay): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function clock(minutes: number): string {
  const inDay = minutes % dayMinutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}
