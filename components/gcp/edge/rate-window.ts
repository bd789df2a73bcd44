import type { RateRuleSpec } from "../../contract";

/** Windows in which Cloud Armor counts, in seconds. They are in its documentation of rate limiting and in no SDK. */
const windows = [10, 30, 60, 120, 180, 240, 270, 300, 600, 900, 1200, 1800, 2700, 3600] as const;

/** A limit as Cloud Armor counts it. */
export interface RateWindow {
  count: number;
  intervalSec: (typeof windows)[number];
}

/** The same rate in the shortest window that is not shorter: 10 a second is 100 in 10 s; 1000 in 900 s stays as it is. */
export function rateWindow({ requests, perSeconds }: Pick<RateRuleSpec, "requests" | "perSeconds">): RateWindow {
  const intervalSec = windows.find((window) => window >= perSeconds) ?? 3600;
  return { count: Math.max(1, Math.floor((requests / perSeconds) * intervalSec)), intervalSec };
}
