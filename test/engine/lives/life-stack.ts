import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackNamed } from "../../support/fixture/stacks";
import { EngineStack, type StackParts } from "../support/stack";
import type { LifeStep } from "./program/step";

/** A stack whose program builds a topology, with its provider's config; `takeStep` says which. */
export function lifeStack(
  name: string,
  { bin, plugins, nodeargs, client }: Pick<StackParts, "bin" | "plugins" | "nodeargs" | "client">,
): Promise<EngineStack> {
  const config = Object.entries(stackNamed(name).config).filter(([key]) => !key.startsWith("isotopo:"));
  const [programDir, given] = [join(__dirname, "program"), Object.fromEntries(config)];
  return EngineStack.create({ bin, plugins, nodeargs, client, name, programDir, config: given });
}

/** Has the program of a stack build this from the next command on. */
export function takeStep(stack: EngineStack, step: LifeStep): void {
  const file = stack.file("step.json");
  writeFileSync(file, JSON.stringify(step));
  stack.env.LIFE_STEP = file;
}
