import { createRequire } from "node:module";
import { join } from "node:path";
import { PreviewError } from "../model/errors";
import type { Project } from "../project/project";
import { type Child, preload, startNode } from "./child";

/** How a program is run. */
export interface ProgramRun {
  project: Project;
  stack: string;
  config: Readonly<Record<string, string>>;
  secretKeys: readonly string[];
  monitorAddress: string;
  engineAddress: string;
  /** Record the files that the program reads. */
  reads: boolean;
  /** Use the preloads that only save time and memory. */
  preload: boolean;
}

/** Organization of stacks that have none, as with a self-managed backend. */
export const organization = "organization";

/**
 * Starts the program as the language host does (`sdk/nodejs/cmd/pulumi-language-nodejs`): with the SDK's own runner, found
 * from the program's folder. Our preloads come first: always those that watch its end and its reads, and on request those
 * that make packages and the SDK's stack traces cheap.
 */
export function startProgram(run: ProgramRun): Child {
  const { project, stack, config, secretKeys, monitorAddress, engineAddress } = run;
  const { rootDir, programDir, entry, runtime } = project;
  const args = [
    // Before the project's own preloads: these read files too.
    ...(run.reads ? preload("reads.js") : []),
    ...runtime.nodeArgs,
    ...(run.preload && runtime.nodeArgs.length > 0 ? preload("plain-packages.js") : []),
    ...(run.preload ? preload("cheap-stacks.js") : []),
    ...preload("own-end.js"),
    ...preload("stack-references.js"),
    sdkFile(programDir, "cmd/run"),
    "--monitor",
    monitorAddress,
    "--engine",
    engineAddress,
    "--organization",
    organization,
    "--project",
    project.name,
    "--root-directory",
    rootDir,
    "--stack",
    stack,
    "--pwd",
    programDir,
    "--dry-run",
    "--parallel",
    "16",
    entry,
  ];
  const env = {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
    PULUMI_NODEJS_TYPESCRIPT: String(runtime.typescript),
    ...(runtime.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: join(rootDir, runtime.tsconfig) }),
  };
  return startNode(args, rootDir, env, run.preload);
}

/** A file of the `@pulumi/pulumi` that this folder would load. */
export function sdkFile(dir: string, path: string): string {
  try {
    return createRequire(join(dir, "_")).resolve(`@pulumi/pulumi/${path}`);
  } catch {
    throw new PreviewError(`@pulumi/pulumi is not installed for ${dir}: run \`npm install\` there`);
  }
}
