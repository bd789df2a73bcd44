import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian's Chromium, or undefined where it is not installed. */
export function chromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "chromium")).find(existsSync);
}
