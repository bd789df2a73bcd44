import assert from "node:assert/strict";
import { join } from "node:path";
import { run } from "../../support/command";
import { projectDir } from "../../support/project";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";

/** A file of `preview/preload`. */
export const preload = (name: string): string => join(projectDir, "preview/preload", name);

/** Runs a script with these files before it, and reads the JSON that it prints. */
export async function printedBy(script: string, preloads: readonly string[], cwd = projectDir): Promise<unknown> {
  const required = preloads.flatMap((file) => ["--require", file]);
  const { code, stdout, stderr } = await run(process.execPath, [...required, "-e", script], { cwd });
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

/** The same, in a folder that holds these files and nothing else. */
export function printedAmong(
  files: Readonly<Record<string, string>>,
  script: string,
  preloads: readonly string[],
): Promise<unknown> {
  return inFolder((folder) => {
    writeFiles(folder, files);
    return printedBy(script, preloads, folder);
  });
}
