import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { staleFiles } from "./stale-files";

const projectDir = resolve(__dirname, "..");

/** Writes what is made from the program's own types and tables; `--check` only says what is stale. */
function main(args: readonly string[]): number {
  const check = args.includes("--check");
  const strange = args.filter((arg) => arg !== "--check");
  if (strange.length > 0) {
    console.error(`generate: ${strange.join(" ")} is not known; allowed: --check`);
    return 2;
  }
  const stale = staleFiles(projectDir);
  if (check) {
    for (const { path } of stale) console.error(`${path} is stale; run: node --import tsx tools/generate.ts`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, content } of stale) {
    writeFileSync(join(projectDir, path), content);
    console.log(`wrote ${path}`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
