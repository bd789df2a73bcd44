/**
 * Whether every text that a pattern of IAM's stands for is one of another pattern, whatever the case: `s3:*` covers `s3:Get*`.
 * A star is any text, a question mark one character. In time that grows with both lengths, whatever the pattern.
 */
export function covers(pattern: string, other: string): boolean {
  const [star, text] = [pattern.toLowerCase(), other.toLowerCase()];
  let [at, i] = [0, 0];
  let [lastStar, retry] = [-1, 0];
  while (i < text.length) {
    if (star[at] === "*") {
      [lastStar, retry] = [at, i];
      at += 1;
    } else if (star[at] === text[i] || (star[at] === "?" && text[i] !== "*")) {
      at += 1;
      i += 1;
    } else if (lastStar >= 0) {
      retry += 1;
      [at, i] = [lastStar + 1, retry];
    } else return false;
  }
  return /^\**$/.test(star.slice(at));
}

/** Whether two patterns may stand for a same text: what is fixed at the begin of one is that of the other. */
export function mayMeet(one: string, other: string): boolean {
  if (!/[*?]/.test(one)) return covers(other, one);
  if (!/[*?]/.test(other)) return covers(one, other);
  const [a, b] = [one, other].map((pattern) => (pattern.split(/[*?]/)[0] ?? "").toLowerCase());
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a));
}
