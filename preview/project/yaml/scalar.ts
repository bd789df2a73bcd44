/**
 * The meaning of a scalar to kubectl: `sigs.k8s.io/yaml` 1.6, which reads with `go.yaml.in/yaml/v2` 2.4 (`resolve.go`). That
 * is YAML 1.1 with differences: no base 60, Go's forms of integers, and times that stay text.
 */
export type Scalar = { kind: "null"; value: null } | { kind: "bool"; value: boolean } | Text | Numeral;
type Text = { kind: "text"; value: string };
/** A whole number, with all its digits; `large` is above the greatest of 64 bits with a sign. Or one of another kind. */
type Numeral = { kind: "int" | "large"; value: number; digits: string } | { kind: "float"; value: number };

/** A scalar that its tag forbids. The message quotes nothing of the text, which may be a secret. */
export class TagError extends Error {}

const standard = "tag:yaml.org,2002:";
const typed: readonly string[] = ["str", "bool", "int", "float", "null", "timestamp"].map((name) => standard + name);

const words = new Map<string, Scalar>([
  ...spelled(["y", "yes", "true", "on"], { kind: "bool", value: true }),
  ...spelled(["n", "no", "false", "off"], { kind: "bool", value: false }),
  ...spelled(["null"], { kind: "null", value: null }),
  ...["", "~"].map((word) => [word, { kind: "null", value: null }] as const),
  ...["nan", "NaN", "NAN"].map((word) => [`.${word}`, { kind: "float", value: Number.NaN }] as const),
  ...["inf", "Inf", "INF"].flatMap((word) => [
    ...["", "+"].map((sign) => [`${sign}.${word}`, { kind: "float", value: Number.POSITIVE_INFINITY }] as const),
    [`-.${word}`, { kind: "float", value: Number.NEGATIVE_INFINITY }] as const,
  ]),
]);

/** A word in lower case, with a capital, and in capitals. */
function spelled(all: readonly string[], value: Scalar): [string, Scalar][] {
  const spellings = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
  return all.flatMap(spellings).map((word) => [word, value]);
}

/** Reads a scalar that is plain or has a tag; none is `undefined`. Throws a `TagError` where the tag says otherwise. */
export function resolve(text: string, tag: string | undefined): Scalar {
  if (tag === `${standard}binary`) return { kind: "text", value: binary(text) };
  if (tag === `${standard}str` || (tag !== undefined && !typed.includes(tag))) return { kind: "text", value: text };
  const found = untagged(text, tag);
  if (tag === `${standard}float` && found.kind === "int") return { kind: "float", value: found.value };
  if (tag === undefined || meets(found, text, tag)) return found;
  throw new TagError(`a value is no ${tag.replace(standard, "!!")}`);
}

function untagged(text: string, tag: string | undefined): Scalar {
  const word = words.get(text);
  if (word !== undefined) return word;
  const asText: Scalar = { kind: "text", value: text };
  if (/^\./.test(text)) return float(text) ?? asText;
  if (!/^[-+0-9]/.test(text)) return asText;
  if ((tag === undefined || tag === `${standard}timestamp`) && isTime(text)) return asText;
  const digits = text.replaceAll("_", "");
  return integer(digits) ?? float(digits) ?? asText;
}

function meets({ kind, value }: Scalar, text: string, tag: string): boolean {
  switch (tag.slice(standard.length)) {
    case "int":
      return kind === "int" || kind === "large";
    case "timestamp":
      return kind === "text" && value === text && isTime(text);
    default:
      return kind === tag.slice(standard.length);
  }
}

const greatest = { signed: 2n ** 63n - 1n, unsigned: 2n ** 64n - 1n };

/** A whole number as Go's `strconv.ParseInt` takes it with base 0, or with a sign behind `0b`. */
function integer(text: string): Scalar | undefined {
  const [, sign, body = "", inner, bits] =
    /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/.exec(text) ??
    /^()(0b([-+])([01]+))$/.exec(text) ??
    [];
  if (sign === undefined) return undefined;
  const size = BigInt(bits !== undefined ? `0b${bits}` : /^0[0-7]+$/.test(body) ? `0o${body}` : body.toLowerCase());
  const negative = sign === "-" || inner === "-";
  const signed = negative ? -size : size;
  const numeral = { value: Number(signed), digits: String(signed) };
  if (size <= greatest.signed + (negative ? 1n : 0n)) return { kind: "int", ...numeral };
  return sign === "" && inner === undefined && size <= greatest.unsigned ? { kind: "large", ...numeral } : undefined;
}

function float(text: string): Scalar | undefined {
  if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? { kind: "float", value } : undefined;
}

const times = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?(Z|[-+]\d{2}:\d{2})$/,
  /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?$/,
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
];

function isTime(text: string): boolean {
  return timeParts(text) !== undefined;
}

/** The year, month, day, hour, minute, second, fraction and zone of a time, as far as it has them. */
export function timeParts(text: string): string[] | undefined {
  const parts = times.map((form) => form.exec(text)).find((match) => match !== null);
  if (parts === undefined || parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= last && hour < 24 && minute < 60 && second < 60;
  return isReal ? parts.slice(1) : undefined;
}

/** Base 64, whose bytes are taken as UTF-8. Throws a `TagError` where it is none. */
function binary(text: string): string {
  const digits = text.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits)) {
    throw new TagError("a !!binary is no base 64");
  }
  return goText(Buffer.from(digits, "base64"));
}

/** Bytes as Go's JSON writes them: each byte that is no UTF-8 becomes a U+FFFD of its own. */
function goText(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const character = bytes.subarray(at, at + width).toString("utf8");
    const isWhole = [...character].length === 1 && Buffer.byteLength(character) === width && character !== "\ufffd";
    text += isWhole ? character : "\ufffd";
    at += isWhole ? width : 1;
  }
  return text;
}

/** A key of a mapping as text; `undefined` where kubectl takes none such: null, and whole numbers beyond 64 bits. */
export function keyText(scalar: Scalar): string | undefined {
  switch (scalar.kind) {
    case "null":
    case "large":
      return undefined;
    case "float":
      return floatKey(scalar.value);
    case "int":
      return scalar.digits;
    default:
      return String(scalar.value);
  }
}

/** A float as Go's `strconv.FormatFloat(value, 'g', -1, 32)` writes it. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  const shortest =
    [1, 2, 3, 4, 5, 6, 7, 8].find((digits) => Math.fround(Number(single.toPrecision(digits))) === single) ?? 9;
  const [mantissa = "", power = "0"] = single.toExponential(shortest - 1).split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) {
    return Number(`${mantissa}e${power}`).toFixed(Math.max(0, shortest - 1 - exponent));
  }
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
