/** Seconds of an hour and a day. */
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Days of a duration as Google and Kubernetes write it, `2592000s` or `720h0m0s`; undefined where it is none. */
export function durationDays(text: string | undefined): number | undefined {
  if (text === undefined || !/^(\d+(\.\d+)?[smhd])+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([smhd])/g)];
  return parts.reduce((sum, [, count, unit = "s"]) => sum + Number(count) * (units[unit] ?? 0), 0) / 86_400;
}
