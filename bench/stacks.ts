import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "./measure";

/** The stacks that the project ships. */
export function shippedStacks(): string[] {
  return readdirSync(join(projectDir, "stacks"))
    .map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1])
    .filter((name) => name !== undefined);
}
