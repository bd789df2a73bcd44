import { findProject } from "../preview/project/project";
import { readStack } from "../preview/project/stacks";
import { buildPlugins } from "../test/engine/support/plugins";
import { setWanted, shippedStack, wantedBy } from "../test/engine/support/ready-stack";
import { EngineStack } from "../test/engine/support/stack";

/** Makes a stack that has nothing yet. */
export type Make = () => Promise<EngineStack>;

/** A program of the benchmark, by the arguments of Node.js in its Pulumi.yaml. */
export function programOf(bin: string, folder: string, name: string): Make {
  const project = findProject(folder);
  return async () =>
    EngineStack.create({
      bin,
      plugins: await buildPlugins(),
      name,
      project: project.name,
      programDir: project.programDir,
      config: readStack(project, name).values,
      nodeargs: project.runtime.nodeArgs.join(" "),
    });
}

/** A shipped stack, with what it asks for set. */
export function shippedOf(bin: string, name: string): Make {
  return async () => {
    const stack = await shippedStack(bin, name);
    await setWanted(stack, wantedBy((await stack.up()).errors));
    return stack;
  };
}

/** Seconds of one of Pulumi's commands on a new stack, as a person has it: the tests leave out some of what these take from Pulumi's CLI. */
export function engineSeconds(make: Make, command: "preview" | "up"): Promise<number> {
  return seconds(make, command, {
    PULUMI_SKIP_CHECKPOINTS: "false",
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "false",
    GOGC: "100",
  });
}

/** The same with the state written once, at the end: how long it takes to write it at each step is the backend's. */
export function secondsWithoutCheckpoints(make: Make, command: "up"): Promise<number> {
  return seconds(make, command, {});
}

async function seconds(make: Make, command: "preview" | "up", env: Readonly<Record<string, string>>): Promise<number> {
  const stack = await make();
  Object.assign(stack.env, env);
  try {
    const started = performance.now();
    const { code, output } = await stack[command]();
    if (code !== 0) throw new Error(output);
    return (performance.now() - started) / 1000;
  } finally {
    stack.remove();
  }
}
