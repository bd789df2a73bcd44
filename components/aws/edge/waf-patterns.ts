/** Longest regular expression of a rule (AWS WAF Developer Guide, "AWS WAF quotas"; it can't be raised). */
export const longestPattern = 200;

/** Patterns for paths that end with one of these extensions: as few as fit. */
export function extensionPatterns(extensions: readonly string[]): string[] {
  const endings = extensions.map((extension) => extension.toLowerCase().replace(/[^a-z0-9]/g, "\\$&"));
  const groups: string[][] = [];
  for (const ending of endings) {
    const last = groups.at(-1);
    if (last !== undefined && patternOf([...last, ending]).length <= longestPattern) last.push(ending);
    else groups.push([ending]);
  }
  return groups.map(patternOf);
}

function patternOf(endings: readonly string[]): string {
  return `(${endings.join("|")})$`;
}

/** A pattern for a `Content-Length` above the largest body. */
export function bodyPattern(maxBodyMiB: number): string {
  return numberAbove(String(maxBodyMiB * 1024 * 1024));
}

/** A pattern for decimal numbers above the limit: longer ones, or of its length and larger at some digit. */
export function numberAbove(limit: string): string {
  const longer = `[1-9][0-9]{${limit.length},}`;
  const larger = [...limit].flatMap((digit, i) =>
    digit === "9" ? [] : [`${limit.slice(0, i)}[${Number(digit) + 1}-9][0-9]{${limit.length - i - 1}}`],
  );
  return `^0*(${[longer, ...larger].join("|")})$`;
}
