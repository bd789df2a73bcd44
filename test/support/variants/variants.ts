import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preload, startNode } from "../../../preview/engine/child";
import { inTurn } from "../in-turn";
import { projectDir } from "../project";
import type { VariantAnswer, VariantRequest } from "./request";

/** The plans of many topologies of one cloud, and what changes between them, made in one process of their own. */
export function variantsOf(request: VariantRequest): Promise<VariantAnswer> {
  return inTurn(async () => {
    const folder = mkdtempSync(join(tmpdir(), "isotopo-variants-"));
    try {
      const [asked, answer] = [join(folder, "request.json"), join(folder, "answer.json")];
      writeFileSync(asked, JSON.stringify(request));
      const worker = join(__dirname, "worker.ts");
      const child = startNode([...preloads, worker, asked, answer], projectDir, {});
      const exit = await child.exit;
      if (exit !== 0) throw new Error(`the program of the variants ended with ${exit}:\n${child.output()}`);
      return JSON.parse(readFileSync(answer, "utf8")) as VariantAnswer;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/**
 * As a previewed program has them, with room for many plans, which all stay in memory (2.3 GiB were seen): with less room half of the
 * time went into collecting garbage.
 */
const preloads = [
  "--min-semi-space-size=256",
  "--max-semi-space-size=512",
  "--initial-old-space-size=2048",
  "--require",
  "tsx/cjs",
  ...preload("plain-packages.js"),
  ...preload("cheap-stacks.js"),
];
