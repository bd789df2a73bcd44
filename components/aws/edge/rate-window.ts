import type { RateRuleSpec } from "../../contract";

/** Windows in which AWS WAF counts, in seconds, and the lowest limit (AWS WAF Developer Guide, "Rate-based rule settings"). */
const windows = [60, 120, 300, 600] as const;
const lowestLimit = 10;

/** A limit as AWS WAF counts it. */
export interface RateWindow {
  limit: number;
  evaluationWindowSec: (typeof windows)[number];
}

/**
 * The same rate in a window of AWS WAF. Rates by the second are counted in the shortest window that has at least ten
 * requests, slower ones over 300 s, and those of more than 300 s over 600 s. 10 a second is 600 in 60 s; 5 a minute is 25
 * in 300 s; 1000 in 900 s is 666 in 600 s. A burst has no place in a window.
 */
export function rateWindow({ requests, perSeconds }: Pick<RateRuleSpec, "requests" | "perSeconds">): RateWindow {
  const inWindow = (seconds: number) => Math.floor((requests / perSeconds) * seconds);
  const evaluationWindowSec =
    perSeconds > 300
      ? 600
      : perSeconds >= 60
        ? 300
        : (windows.find((window) => inWindow(window) >= lowestLimit) ?? 600);
  return { limit: Math.max(lowestLimit, inWindow(evaluationWindowSec)), evaluationWindowSec };
}
