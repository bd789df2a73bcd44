/** Suffixes of quantities by the power of 1000 or of 1024 that they stand for (`k8s.io/apimachinery/pkg/api/resource/suffix.go`). */
const decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
/** The place of no suffix among the decimal ones. */
const one = decimal.indexOf("");

/**
 * A quantity in its canonical form, which Kubernetes' own types write: `1` for `1000m`, `1Gi` for `1024Mi`, `500m` for `0.5`. Where it is
 * none, or is written with an exponent, it stays as it is.
 */
export function canonicalQuantity(text: string): string {
  const [, sign = "", whole = "", fraction = "", suffix = ""] =
    /^(-?)(\d*)(?:\.(\d+))?(n|u|m|k|[KMGTPE]i|[MGTPE])?$/.exec(text) ?? [];
  if (whole === "" && fraction === "") return text;
  const digits = BigInt(`${whole}${fraction}`);
  const parts = 10n ** BigInt(fraction.length);
  const isBinary = suffix.endsWith("i");
  const minus = sign === "-" && digits > 0n ? "-" : "";
  const written = isBinary
    ? inBinary(digits * 1024n ** BigInt(binary.indexOf(suffix)), parts)
    : inDecimal(digits * 1000n ** BigInt(decimal.indexOf(suffix)), parts);
  return `${minus}${written}`;
}

/** What is no whole number of bytes is written in decimals. */
function inBinary(amount: bigint, parts: bigint): string {
  if (amount % parts !== 0n) return inDecimal(amount * 1000n ** BigInt(one), parts);
  return inUnits(amount / parts, 1024n, binary, 0);
}

/** From billionths on, rounded up: nothing is less. */
function inDecimal(amount: bigint, parts: bigint): string {
  return inUnits((amount + parts - 1n) / parts, 1000n, decimal, 0);
}

/** In the largest unit of which it is a whole number. */
function inUnits(amount: bigint, step: bigint, units: readonly string[], unit: number): string {
  if (amount === 0n) return "0";
  const isWhole = amount % step === 0n && unit < units.length - 1;
  return isWhole ? inUnits(amount / step, step, units, unit + 1) : `${amount}${units[unit] ?? ""}`;
}
