import { resolve, type Scalar, timeParts } from "./scalar";

/** Marks a whole number that a double can't hold, so that no digit of it is lost; `withExactDigits` takes the mark away. */
const mark = "\u0000digits:";

/**
 * The meaning of a scalar to Pulumi, which reads its files with `gopkg.in/yaml.v3` (`resolve.go`). It differs from kubectl's
 * in the words `yes`, `no`, `on` and `off`, which are text, and in times, which Pulumi writes as Go does.
 */
export function resolveForPulumi(text: string, tag: string | undefined): Scalar {
  if (tag === undefined) {
    if (/^(?:y|yes|n|no|on|off)$/i.test(text)) return { kind: "text", value: text };
    const time = timeParts(text);
    if (time !== undefined) return { kind: "text", value: goTime(time) };
  }
  const found = resolve(text, tag);
  if ((found.kind === "int" || found.kind === "large") && !Number.isSafeInteger(found.value)) {
    return { kind: "text", value: mark + found.digits };
  }
  return found;
}

/** JSON in which each whole number has all its digits. */
export function withExactDigits(json: string): string {
  return json.replace(/"\\u0000digits:(-?\d+)"/g, "$1").replace(mark, "");
}

/** A time as Go's `time.Time.String` writes it: `2024-01-02 00:00:00 +0000 UTC`. */
function goTime([
  year = "",
  month = "",
  day = "",
  hour = "0",
  minute = "0",
  second = "0",
  part = "",
  zone = "Z",
]: string[]) {
  const two = (number: string) => number.padStart(2, "0");
  const fraction = part
    .replace(",", ".")
    .slice(0, 10)
    .replace(/\.?0*$/, "");
  const offset = zone.replace(":", "");
  const isUtc = /^(?:Z|[-+]0000)$/.test(offset);
  const place = isUtc ? "+0000 UTC" : `${offset} ${offset}`;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}${fraction} ${place}`;
}
