import { readFileSync } from "node:fs";
import { PreviewError } from "../engine/errors";

/** The text of a file, or of standard input (`-`). Throws a `PreviewError` where it can't be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new PreviewError(`${file} can't be read: ${missing ? "there is no such file" : String(error)}`);
  }
}
