import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GeneratedFile, generatedFiles } from "./generated-files";

/** The generated files that a project lacks, or has otherwise, each as it should be. */
export function staleFiles(projectDir: string): GeneratedFile[] {
  return generatedFiles().filter(({ path, content }) => {
    const file = join(projectDir, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== content;
  });
}
