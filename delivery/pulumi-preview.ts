import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { outputOf } from "./cli";

/**
 * What `pulumi preview` says of a stack, as JSON. The CLI is asked: the Automation API's preview gives no document, but events, which
 * have secrets in plain text and say nothing of what needs what (ADR 24).
 */
export function previewOf(stack: string, ...options: readonly string[]): Promise<string> {
  return outputOf("pulumi", ["preview", ...options, "--json", "--non-interactive", "--stack", stack]);
}

/** The same for people, as the comment that a pull request gets; `marker` is in its hidden first line. */
export async function reportOf(json: string, marker: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "isotopo-preview-"));
  try {
    const file = join(folder, "preview.json");
    writeFileSync(file, json);
    const isotopo = resolve(__dirname, "../preview/bin/isotopo.js");
    return await outputOf(process.execPath, [
      ...[isotopo, "preview", "--from", file, "--format", "markdown", "--marker", marker],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
