import { join } from "node:path";
import { preview } from "../../../preview/engine/preview";
import type { Plan } from "../../../preview/model/plan";
import { projectDir } from "../../support/project";
import { buildPlugins } from "../support/plugins";
import { EngineStack } from "../support/stack";
import { settings } from "./settings";

const programDir = join(projectDir, "test/fixtures/programs/language");

/** The config of a stack that runs these programs. */
export function configOf(ids: readonly string[], isAfter = false): Record<string, string> {
  return Object.assign({ "language:programs": JSON.stringify(ids), "language:isAfter": String(isAfter) }, settings);
}

/** The offline plan of these programs in one stack. */
export function offlinePlan(ids: readonly string[], isAfter = false, unknowns = false): Promise<Plan> {
  return preview({ projectDir: programDir, stack: "dev", unknowns, config: configOf(ids, isAfter) });
}

/** Has an empty stack of Pulumi's own engine for these programs, and takes it away. */
export async function withStack<T>(
  bin: string,
  ids: readonly string[],
  use: (stack: EngineStack) => Promise<T>,
): Promise<T> {
  const plugins = await buildPlugins();
  const config = configOf(ids);
  const stack = await EngineStack.create({ bin, plugins, name: "dev", project: "language", programDir, config });
  try {
    stack.env.TEST_ANY = "true";
    return await use(stack);
  } finally {
    stack.remove();
  }
}
