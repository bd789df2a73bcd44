import type { RateRuleSpec } from "../../contract";

/** Name of the zone that counts for a rule. */
function zoneOf({ name }: RateRuleSpec): string {
  return `rate_${name.replaceAll("-", "_")}`;
}

/** nginx counts by the second or by the minute: the finer one in which the rate is a whole number. */
function rateOf({ requests, perSeconds }: RateRuleSpec): string {
  const perSecond = requests / perSeconds;
  return Number.isInteger(perSecond) ? `${perSecond}r/s` : `${Math.max(1, Math.floor(perSecond * 60))}r/m`;
}

/** One zone per rule, by client. */
export function rateZones(rules: readonly RateRuleSpec[]): string[] {
  return rules.map((rule) => `limit_req_zone $client zone=${zoneOf(rule)}:10m rate=${rateOf(rule)};`);
}

/**
 * Who counts as one client: an address of IPv4, or the first half of an address of IPv6 (RFC 4291), since one client controls a
 * whole /64. An address abbreviated within that half is not matched and counts by itself.
 */
export function clientMap(): string[] {
  return ['map $remote_addr $client { default $remote_addr; "~^(?<network>([0-9a-f]+:){4})" $network; }'];
}

/** Limits of a location: the rules whose paths it lies in, and those for all paths. */
export function rateLimits(rules: readonly RateRuleSpec[], path: string): string[] {
  return rules
    .filter(({ pathPrefixes }) => pathPrefixes.length === 0 || pathPrefixes.some((prefix) => path.startsWith(prefix)))
    .map((rule) => `limit_req zone=${zoneOf(rule)}${burst(rule)};`);
}

/** Paths that rules count apart: each needs a location of its own. */
export function rulePaths(rules: readonly RateRuleSpec[]): string[] {
  return [...new Set(rules.flatMap(({ pathPrefixes }) => pathPrefixes))];
}

/**
 * A burst passes without delay, beside the one that the rate has room for. A rule without one takes all its requests at once,
 * as where they are counted by the window; then as many as its rate.
 */
function burst({ burst: allowed, requests }: RateRuleSpec): string {
  const more = allowed > 0 ? allowed : requests - 1;
  return more === 0 ? "" : ` burst=${more} nodelay`;
}
