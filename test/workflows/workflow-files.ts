import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectDir } from "../support/project";

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});

/** A step of a workflow or of a composite action. */
export type Step = z.infer<typeof step>;

const permissions = z.record(z.string(), z.enum(["read", "write", "none"]));
/** A job of its own steps, each with an end. */
const ownJob = z.object({ permissions, steps: z.array(step), "timeout-minutes": z.number().max(180) });
/** A job that is a workflow of this repository. */
const calledJob = z.object({ permissions, uses: z.string().regex(/^\.\/\.github\/workflows\/[\w-]+\.yml$/) });

const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.object({ group: z.string(), "cancel-in-progress": z.boolean(), queue: z.literal("max").optional() }),
  jobs: z.record(z.string(), z.union([ownJob, calledJob])),
});

const action = z.object({ runs: z.object({ using: z.literal("composite"), steps: z.array(step) }) });

/** A file that runs on GitHub, and the steps in it. */
interface GithubFile {
  /** Path in the repository. */
  path: string;
  text: string;
  steps: Step[];
}

/** A workflow, read. */
export interface WorkflowFile extends GithubFile {
  name: string;
  content: z.infer<typeof workflow>;
}

/** Every workflow of the repository. */
export const workflows: WorkflowFile[] = readdirSync(join(projectDir, ".github/workflows")).map((name) => {
  const path = `.github/workflows/${name}`;
  const text = readFileSync(join(projectDir, path), "utf8");
  const content = workflow.parse(parse(text));
  return {
    name,
    path,
    text,
    content,
    steps: Object.values(content.jobs).flatMap((job) => ("steps" in job ? job.steps : [])),
  };
});

/** Every composite action of the repository. */
const actions: GithubFile[] = readdirSync(join(projectDir, ".github/actions")).map((name) => {
  const path = `.github/actions/${name}/action.yml`;
  const text = readFileSync(join(projectDir, path), "utf8");
  return { path, text, steps: action.parse(parse(text)).runs.steps };
});

/** All that runs on GitHub. */
export const githubFiles: GithubFile[] = [...workflows, ...actions];

/** The version of Pulumi's SDK, which its CLI has too. */
export const pulumiVersion = z
  .object({ dependencies: z.object({ "@pulumi/pulumi": z.string() }) })
  .parse(JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8"))).dependencies["@pulumi/pulumi"];
