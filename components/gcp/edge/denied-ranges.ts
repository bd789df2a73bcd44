import { digest } from "../../contract";

/** Ranges that one rule takes (upstream provider, `src_ip_ranges`). */
const rangesPerRule = 10;

/**
 * Denied ranges by the key of the rule that holds them. A range's rule comes from the range itself: Cloud Armor's rules are
 * changed one after the other, so that a range which moves to another rule is in none of them for a moment, and a client that is
 * denied gets in. There are sixteen lists, by the first digit of the range's digest. Only where an eleventh range
 * meets ten in one list does one range move, into that list's next rule.
 */
export function rangeLists(cidrs: readonly string[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  const byDigest = [...new Set(cidrs)].map((range) => ({ range, key: digest(range, 64) }));
  const numbers = new Map<string, number>();
  for (const { range, key } of byDigest.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const digit = key.slice(0, 1);
    const number = numbers.get(digit) ?? 0;
    numbers.set(digit, number + 1);
    const part = Math.floor(number / rangesPerRule);
    const list = `denied-ranges-${digit}${part === 0 ? "" : `-${part + 1}`}`;
    lists.set(list, [...(lists.get(list) ?? []), range]);
  }
  return new Map([...lists].map(([list, ranges]) => [list, ranges.sort()]));
}
