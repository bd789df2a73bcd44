import { findProject } from "../preview/project/project";
import { readStack } from "../preview/project/stacks";
import { buildPlugins } from "../test/engine/support/plugins";
import { type Ended, EngineStack } from "../test/engine/support/stack";

/** A program as a person has it: its folder with a Pulumi.yaml, and a stack of it. */
export interface EngineProgram {
  dir: string;
  stack: string;
}

/** Seconds of Pulumi's own commands, on a stack that has nothing yet. */
export interface EngineSeconds {
  preview: number;
  up: number;
}

/**
 * Runs `pulumi preview` and `pulumi up` as a person does: the arguments of Node.js are those of its Pulumi.yaml, and providers are the
 * tests' plugins, which keep what is made in a file. Only the state is written once, at the end of a command: how long it takes to write
 * it each time is the backend's.
 */
export async function engineSeconds(bin: string, { dir, stack: name }: EngineProgram): Promise<EngineSeconds> {
  const project = findProject(dir);
  const { values: config } = readStack(project, name);
  const stack = await EngineStack.create({
    bin,
    plugins: await buildPlugins(),
    name,
    project: project.name,
    programDir: project.programDir,
    config,
    nodeargs: project.runtime.nodeArgs.join(" "),
  });
  try {
    return {
      preview: await secondsOf(() => stack.preview()),
      up: await secondsOf(() => stack.up()),
    };
  } finally {
    stack.remove();
  }
}

async function secondsOf(command: () => Promise<Ended>): Promise<number> {
  const started = performance.now();
  const { code, output } = await command();
  if (code !== 0) throw new Error(output);
  return (performance.now() - started) / 1000;
}
