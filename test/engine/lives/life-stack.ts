import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackNamed } from "../../support/fixture/stacks";
import { EngineStack, type StackParts } from "../support/stack";
import type { LifeStep } from "./program/step";

/** A stack whose program builds a topology, with its provider's config; `takeStep` says which. */
export function lifeStack(name: string, parts: Pick<StackParts, "bin" | "plugins" | "nodeargs">): Promise<EngineStack> {
  const config = Object.entries(stackNamed(name).config).filter(([key]) => !key.startsWith("isotopo:"));
  return EngineStack.create({
    bin: parts.bin,
    plugins: parts.plugins,
    nodeargs: parts.nodeargs,
    name,
    programDir: join(__dirname, "program"),
    config: Object.fromEntries(config),
  });
}

/** Has the program of a stack build this from the next command on. */
export function takeStep(stack: EngineStack, step: LifeStep): void {
  const file = stack.file("step.json");
  writeFileSync(file, JSON.stringify(step));
  stack.env.LIFE_STEP = file;
}
