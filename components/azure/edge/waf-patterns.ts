/**
 * Patterns of the firewall's rules. What it calls `RequestUri` is the whole address in Microsoft's examples and a path in
 * others: each pattern is right for both. No pattern looks ahead or back, which the firewall does not have.
 */

/** Addresses whose path, not whose query, ends in one of these: `.php`. */
export function endingIn(extensions: readonly string[]): string {
  return `^[^?]*(${extensions.map(literally).join("|")})(\\?|$)`;
}

/** Addresses whose path starts so: `/api/`. */
export function startingWith(prefix: string): string {
  return `^(https?://[^/]+)?${literally(prefix)}`;
}

/** Lengths of a body, in bytes and as text, above this many MiB. */
export function bodyLargerThan(mebibytes: number): string {
  const most = String(mebibytes * 1024 * 1024);
  const larger = [...most].flatMap((digit, i) => {
    const rest = most.length - i - 1;
    return digit === "9" ? [] : [`${most.slice(0, i)}[${Number(digit) + 1}-9]${digits(rest)}`];
  });
  return `^0*(${[...larger, `[1-9]${digits(most.length)}[0-9]*`].join("|")})$`;
}

function digits(count: number): string {
  return count === 0 ? "" : `[0-9]{${count}}`;
}

/** A text as a pattern of itself. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
