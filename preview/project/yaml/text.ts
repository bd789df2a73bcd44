/** Bytes that are no text, with the reason. */
export class NoText extends Error {}

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Text of a file in UTF-8, or in the encoding of its byte order mark. Throws `NoText`. */
export function decoded(bytes: Uint8Array): string {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const [encoding, mark] = marked ?? ["utf-8", []];
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark.length));
  } catch {
    const words =
      marked === undefined ? "no text in UTF-8" : `no text in ${encoding.toUpperCase()}, as its first bytes say`;
    throw new NoText(words);
  }
}
