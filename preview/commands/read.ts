import { closeSync, openSync, readSync } from "node:fs";
import { PreviewError } from "../engine/errors";
import { fileWords, shownFile } from "../engine/file-words";

/** Most bytes that are read of a file: 5,000 resources with a comparison are some 50 MB. */
const mostBytes = 256 * 1024 * 1024;

/**
 * The text of a file, or of standard input (`-`). Throws a `PreviewError` where it can't be read, or has more than 256 MiB, of
 * which no more is read.
 */
export function textOf(file: string): string {
  try {
    return wholeText(file);
  } catch (error) {
    if (error instanceof PreviewError) throw error;
    throw new PreviewError(`${shownFile(file)} can't be read: ${fileWords(error)}`);
  }
}

function wholeText(file: string): string {
  const descriptor = file === "-" ? 0 : openSync(file, "r");
  try {
    const chunks: Buffer[] = [];
    for (let bytes = 0; ; ) {
      const chunk = Buffer.allocUnsafe(1024 * 1024);
      const count = readChunk(descriptor, chunk);
      if (count === 0) return Buffer.concat(chunks).toString("utf8");
      bytes += count;
      if (bytes > mostBytes)
        throw new PreviewError(`${shownFile(file)} has more than 256 MiB; required: at most as much`);
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    if (file !== "-") closeSync(descriptor);
  }
}

/** A terminal or a pipe that has nothing yet says so, and is asked again. */
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
