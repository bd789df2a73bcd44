import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the project itself. */
export const projectDir = resolve(__dirname, "../..");

/** The stacks that the project ships, by name. */
export const shippedStacks: readonly string[] = readdirSync(join(projectDir, "stacks"))
  .map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1])
  .filter((name): name is string => name !== undefined)
  .sort();
