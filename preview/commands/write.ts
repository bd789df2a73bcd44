import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PreviewError } from "../engine/errors";

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string): void {
  const target = resolve(path);
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(dirname(target), ".isotopo-"));
    const draft = join(folder, "draft");
    writeFileSync(draft, text);
    renameSync(draft, target);
  } catch (error) {
    throw new PreviewError(`can't write ${path}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints to standard output, and waits until it is taken: a slow reader must get all of it. */
export function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, () => done());
  });
}
