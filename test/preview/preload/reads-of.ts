import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { preloadMessagesIn, type Reads } from "../../../preview/engine/preload-messages";
import { preload } from "./run-preloads";

/** What a script takes, as it is told. */
export async function readsOf(
  script: string,
  folder: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Reads> {
  const child = spawn(process.execPath, ["--no-warnings", "--require", preload("reads.js"), ...args, "-e", script], {
    cwd: folder,
    env: { ...process.env, ...env, ISOTOPO_PREVIEW: String(process.pid) },
    stdio: ["ignore", "ignore", "pipe", "ignore", "pipe"],
  });
  let told = "";
  let errors = "";
  child.stdio[4]?.on("data", (text: Buffer) => {
    told += text.toString();
  });
  child.stderr?.on("data", (text: Buffer) => {
    errors += text.toString();
  });
  await new Promise((done) => child.once("close", done));
  const { reads } = preloadMessagesIn(told);
  assert.ok(reads !== undefined, errors);
  return reads;
}
