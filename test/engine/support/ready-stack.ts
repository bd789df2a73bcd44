import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { valueAt } from "../../../infra/config/value-at";
import { findProject } from "../../../preview/project/project";
import { projectDir } from "../../support/project";
import { buildPlugins } from "./plugins";
import { EngineStack, quickWaits } from "./stack";

/**
 * A shipped stack as a person has it in a new clone: its own file with placeholders, its program by this project's Pulumi.yaml. Only that
 * waits for a cloud are short.
 */
export async function shippedStack(bin: string, name: string): Promise<EngineStack> {
  const { name: project, programDir, runtime, stackDir } = findProject(projectDir);
  const { config } = parse(readFileSync(join(stackDir, `Pulumi.${name}.yaml`), "utf8"));
  const nodeargs = [...runtime.nodeArgs, "--require", quickWaits].join(" ");
  return EngineStack.create({ bin, plugins: await buildPlugins(), name, project, programDir, config, nodeargs });
}

/** A command that the program names where something is missing. */
export interface Wanted {
  path: string;
  secret: boolean;
}

/** The commands that the errors of an `up` tell a person to run, and the keys that are to have the same value. */
export function wantedBy(errors: readonly string[]): Wanted[] {
  const commands = errors.join("\n").matchAll(/(?:, as (\S+) too: )?pulumi config set (--secret )?--path '([^']+)'/g);
  return [...commands].flatMap(([, same, secret, path = ""]) =>
    [path, same].flatMap((each) => (each === undefined ? [] : [{ path: each, secret: secret !== undefined }])),
  );
}

/** Runs them, with values of the tests. */
export async function setWanted(stack: EngineStack, wanted: readonly Wanted[]): Promise<void> {
  for (const { path, secret } of wanted) await stack.setConfig(path, ownValue(stack.config(), path), secret);
}

/** A placeholder as its owner would have it; what has none gets a value of its own. */
function ownValue(config: Readonly<Record<string, unknown>>, path: string): string {
  const [key = "", ...rest] = path.split(".");
  const held = valueAt(config, [key, ...rest]);
  if (typeof held !== "string") return key.endsWith(":secrets") ? `own-${rest.join("-")}` : "smtp.owner.test";
  return held.replace(/0{64}|0{12}/g, (zeros) => "1".repeat(zeros.length)).replace("example", "test");
}
