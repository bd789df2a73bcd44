import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          name: z.string().optional(),
          uses: z.string().optional(),
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

/** The arguments of a run. */
interface LocalRun {
  /** Name of the workflow's file, without its ending. */
  workflow: string;
  /** The commit that a pull request would be merged into. */
  base: string;
  /** Folder of the repository. */
  repository: string;
}

/**
 * Runs a workflow's own `run` steps on this machine, in a fresh clone of the repository's HEAD that shares its installed
 * packages: `node --import tsx tools/workflows/run-locally.ts preview --base main`. Actions are skipped, and said so.
 */
function main(args: readonly string[]): number {
  const localRun = localRunIn(args);
  if (typeof localRun === "string") {
    console.error(
      `run-locally: ${localRun}; usage: run-locally <workflow> [--base <revision>] [--repository <folder>]`,
    );
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "isotopo-workflow-"));
  try {
    return runIn(folder, localRun);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function localRunIn([name, ...rest]: readonly string[]): LocalRun | string {
  if (name === undefined || !/^[\w-]+$/.test(name)) return "which workflow?";
  const options = new Map<string, string>();
  for (let i = 0; i < rest.length; i += 2) {
    const [option = "", value] = rest.slice(i, i + 2);
    if (!["--base", "--repository"].includes(option) || value === undefined) return `${option} is not known`;
    options.set(option, value);
  }
  const repository = resolve(options.get("--repository") ?? join(__dirname, "../.."));
  const file = join(repository, ".github/workflows", `${name}.yml`);
  if (!existsSync(file)) return `${file} is missing`;
  return { workflow: name, base: options.get("--base") ?? "HEAD", repository };
}

function runIn(folder: string, { workflow: name, base, repository }: LocalRun): number {
  const clone = join(folder, "repository");
  run(folder, ["git", "clone", "--quiet", repository, clone]);
  symlinkSync(join(repository, "node_modules"), join(clone, "node_modules"));
  run(clone, ["npm", "run", "--silent", "build", "--workspace", "policy"]);
  const { jobs } = workflow.parse(parse(readFileSync(join(clone, ".github/workflows", `${name}.yml`), "utf8")));
  const commit = run(repository, ["git", "rev-parse", "--verify", "--end-of-options", `${base}^{commit}`]).trim();
  const summary = join(folder, "summary.md");
  for (const step of Object.values(jobs).flatMap((job) => job.steps)) {
    const label = step.name ?? step.uses ?? step.run ?? "";
    if (step.run === undefined || step.run === "npm ci") {
      console.log(`== skipped: ${label}`);
      continue;
    }
    console.log(`== ${label}`);
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([key, value]) => [
        key,
        value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => meaningOf(expression, commit)),
      ]),
    );
    const own = { ...process.env, ...env, GITHUB_STEP_SUMMARY: summary };
    // As GitHub runs a step: `bash -e`.
    const { status } = spawnSync("bash", ["-e", "-c", step.run], { cwd: clone, env: own, stdio: "inherit" });
    if (status !== 0) return status ?? 1;
  }
  if (existsSync(summary)) console.log(readFileSync(summary, "utf8"));
  return 0;
}

/** The few expressions that have a meaning here. */
function meaningOf(expression: string, base: string): string {
  if (expression === "github.event.pull_request.base.sha") return base;
  if (expression === "github.event.pull_request.number") return "1";
  throw new Error(`run-locally: \${{ ${expression} }} has no meaning on this machine`);
}

function run(cwd: string, [command = "", ...args]: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
  return stdout;
}

process.exitCode = main(process.argv.slice(2));
