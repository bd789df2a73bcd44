import { closeSync, openSync, readSync } from "node:fs";
import { PreviewError } from "../model/errors";
import { fileWords, shownFile } from "../model/file-words";

/** Most bytes that are read of a file: 5,000 resources with a comparison are some 50 MB. */
export const mostBytes = 256 * 1024 * 1024;

/**
 * The text of a file, or of standard input (`-`). Throws a `PreviewError` if it can't be read, or is larger than 256 MiB; it
 * then stops reading.
 */
export function textOf(file: string): string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (const chunk of chunksOf(file)) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new PreviewError(`${shownFile(file)} has more than 256 MiB; required: at most as much`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A line of a file, without its end. */
export interface Line {
  text: string;
  /** Whether a line end follows; only the last line may have none. */
  whole: boolean;
}

/**
 * The lines of a file, or of standard input (`-`), one after the other. The file may have any size, a line at most 256 MiB.
 * Throws a `PreviewError` if it can't be read, or a line is longer.
 */
export function* linesOf(file: string): Generator<Line> {
  let begun: Buffer[] = [];
  let bytes = 0;
  const took = (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > mostBytes) throw new PreviewError(`${shownFile(file)} has a line of more than 256 MiB`);
    begun.push(piece);
  };
  const ended = (whole: boolean): Line => {
    const text = Buffer.concat(begun).toString("utf8");
    begun = [];
    bytes = 0;
    return { text, whole };
  };
  for (const chunk of chunksOf(file)) {
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      took(chunk.subarray(from, end));
      yield ended(true);
      from = end + 1;
    }
    took(chunk.subarray(from));
  }
  if (bytes > 0) yield ended(false);
}

const lineEnd = "\n".charCodeAt(0);

function* chunksOf(file: string): Generator<Buffer> {
  let descriptor: number | undefined;
  try {
    descriptor = file === "-" ? 0 : openSync(file, "r");
    for (;;) {
      const chunk = Buffer.allocUnsafe(1024 * 1024);
      const count = readChunk(descriptor, chunk);
      if (count === 0) return;
      yield chunk.subarray(0, count);
    }
  } catch (error) {
    throw new PreviewError(`${shownFile(file)} can't be read: ${fileWords(error)}`);
  } finally {
    if (file !== "-" && descriptor !== undefined) closeSync(descriptor);
  }
}

/** A terminal or a pipe without data yet reports so, and is read again. */
function readChunk(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
