/** A value that is known at apply only. */
export const unknownValue = Symbol("unknown");

/** A value of Terraform's: what `config.ts` makes of inputs. */
export type Value = null | boolean | number | string | typeof unknownValue | Value[] | Map<string, Value>;

/** The value as MessagePack, the form in which Terraform hands it to a provider. */
export function encode(value: Value): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (value === unknownValue) return Buffer.from([0xd4, 0, 0]);
  if (typeof value === "boolean") return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === "number") return number(value);
  if (typeof value === "string") {
    const text = Buffer.from(value, "utf8");
    return Buffer.concat([length(0xdb, text.length), text]);
  }
  if (Array.isArray(value)) return Buffer.concat([length(0xdd, value.length), ...value.map(encode)]);
  return Buffer.concat([length(0xdf, value.size), ...[...value].flatMap(([key, item]) => [encode(key), encode(item)])]);
}

/** The head of a text (0xdb), an array (0xdd) or a map (0xdf) with a length of four bytes. */
function length(kind: number, size: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind);
  head.writeUInt32BE(size, 1);
  return head;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  if (Number.isSafeInteger(value)) {
    bytes.writeUInt8(0xd3);
    bytes.writeBigInt64BE(BigInt(value), 1);
  } else {
    bytes.writeUInt8(0xcb);
    bytes.writeDoubleBE(value, 1);
  }
  return bytes;
}
