import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tallied, tallyVariable } from "./tally";

let folder = "";

/** Mocha calls this once, in the process that starts the others: they inherit where to count. */
export function mochaGlobalSetup(): void {
  folder = mkdtempSync(join(tmpdir(), "isotopo-tally-"));
  const file = join(folder, "tally.jsonl");
  writeFileSync(file, "");
  process.env[tallyVariable] = file;
}

/** Mocha calls this once, behind the last test. */
export function mochaGlobalTeardown(): void {
  const file = process.env[tallyVariable];
  // Where there is no engine, all was skipped.
  if (file !== undefined && statSync(file).size > 0) console.log(`  On Pulumi's own engine: ${tallied(file)}.\n`);
  rmSync(folder, { recursive: true, force: true });
}
