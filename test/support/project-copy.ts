import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectDir } from "./project";

/** A copy of the project that a test may change. */
export interface ProjectCopy {
  dir: string;
  remove: () => void;
}

/** What is no source: the history, what is installed, what commands write. */
const left = new Set([".git", ".isotopo", "node_modules"]);

/** Copies the project; the installed packages are shared. A new folder of the project is in it by itself. */
export function copyOfProject(): ProjectCopy {
  const dir = mkdtempSync(join(tmpdir(), "isotopo-docs-"));
  for (const name of readdirSync(projectDir).filter((name) => !left.has(name))) {
    cpSync(join(projectDir, name), join(dir, name), { recursive: true });
  }
  symlinkSync(join(projectDir, "node_modules"), join(dir, "node_modules"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
