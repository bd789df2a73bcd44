import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectDir } from "./project";

/** A copy of parts of the project that a test may change. */
export interface ProjectCopy {
  dir: string;
  remove: () => void;
}

/** Copies files and folders of the project; the installed packages are shared. */
export function copyOfProject(paths: readonly string[]): ProjectCopy {
  const dir = mkdtempSync(join(tmpdir(), "isotopo-docs-"));
  for (const path of paths) cpSync(join(projectDir, path), join(dir, path), { recursive: true });
  symlinkSync(join(projectDir, "node_modules"), join(dir, "node_modules"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
