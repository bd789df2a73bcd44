import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { preview } from "../../preview/engine/preview";
import type { PreviewOptions } from "../../preview/engine/preview-options";
import { PreviewError } from "../../preview/model/errors";
import type { Plan } from "../../preview/model/plan";
import { projectDir } from "../support/project";

/** The pack with a rule of each level. */
export const twoRules = join(projectDir, "test/fixtures/packs/two-rules");

/** The pack that the SDK compiles as it loads it. */
export const typescriptPack = join(projectDir, "test/fixtures/packs/typescript");

/** The pack that tells the providers. */
export const providersPack = join(projectDir, "test/fixtures/packs/providers");

/** Folder of a fixture program. */
export function program(name: string): string {
  return join(projectDir, "test/fixtures/programs", name);
}

/** What differs from a run of the stack `dev` without policies. */
export type Variant = Partial<Omit<PreviewOptions, "projectDir">>;

const plans = new Map<string, Promise<Plan>>();

/** The plan of a fixture program, made once for all tests that ask for the same. */
export function programPlan(name: string, variant: Variant = {}): Promise<Plan> {
  const key = JSON.stringify([name, variant]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = freshProgramPlan(name, variant);
  plans.set(key, plan);
  return plan;
}

/** The plan of a fixture program, made anew. */
export function freshProgramPlan(name: string, variant: Variant = {}): Promise<Plan> {
  return preview({ projectDir: program(name), stack: "dev", policyPacks: [], ...variant });
}

/**
 * The plan of a program that is written for one test: its files by their paths, or the text of its `index.js`. Without
 * `config`, its stack `dev` has the file that is given, or none.
 */
export function writtenPlan(files: string | Readonly<Record<string, string>>, variant: Variant = {}): Promise<Plan> {
  return inFolder(async (folder) => {
    const given = typeof files === "string" ? { "index.js": files } : files;
    const all = { "Pulumi.yaml": "name: written\nruntime: nodejs\n", "package.json": "{}", ...given };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(projectDir, "node_modules"), join(folder, "node_modules"));
    return preview({ projectDir: folder, stack: "dev", policyPacks: [], ...variant });
  });
}

/** What the author of a mistake is told. */
export async function mistakeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    assert.ok(error instanceof PreviewError, String(error));
    return error.message;
  }
  throw new assert.AssertionError({ message: "there was no mistake" });
}

/** Runs with an empty folder, and takes it away. */
export async function inFolder<T>(use: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "isotopo-test-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
