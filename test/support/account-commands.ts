import { findProject } from "../../preview/project/project";
import { readStack } from "../../preview/project/stacks";
import { projectDir } from "./project";

/** A stack as the commands of a page configure it. */
export interface ConfiguredStack {
  name: string;
  /** Whether it is one of the program of the image repositories. */
  registry: boolean;
  /** Its file with what the commands set, as Pulumi hands it to the program. */
  values: Record<string, string>;
}

/** The `sh account` blocks of a Markdown page, by line. */
export function accountBlocks(page: string): string[][] {
  return [...page.matchAll(/^```sh account\n([\s\S]*?)^```$/gm)].map(([, content = ""]) =>
    content.split("\n").filter((line) => line !== ""),
  );
}

const stackInit = /^pulumi (--cwd registry )?stack init (\S+)$/;
const configSet = /^pulumi (--cwd registry )?config set (--secret )?(--path )?'?([^' ]+)'?(?: (\S+))?$/;

/** Applies the commands of a block to the files of the stacks that it makes. A digest in `<>` and a secret are given. */
export function configuredBy(commands: readonly string[]): ConfiguredStack[] {
  const stacks: ConfiguredStack[] = [];
  for (const command of commands) {
    const [, initCwd, name] = stackInit.exec(command) ?? [];
    if (name !== undefined) {
      const registry = initCwd !== undefined;
      const folder = registry ? `${projectDir}/registry` : projectDir;
      stacks.push({ name, registry, values: { ...readStack(findProject(folder), name).values } });
    }
    const [, setCwd, secret, , key, value] = configSet.exec(command) ?? [];
    if (key === undefined) continue;
    const current = stacks.findLast(({ registry }) => registry === (setCwd !== undefined));
    if (current === undefined) throw new Error(`"${command}" comes before the stack`);
    const given = secret === undefined ? value?.replace("<digest>", "1f".repeat(32)) : "given";
    if (given === undefined) throw new Error(`"${command}" has no value`);
    set(current.values, key, given);
  }
  return stacks;
}

/** As `pulumi config set --path` does: the path begins after the key's own name. */
function set(values: Record<string, string>, key: string, value: string): void {
  const [name = key, ...path] = key.split(".");
  const last = path.pop();
  if (last === undefined) {
    values[name] = value;
    return;
  }
  const root = JSON.parse(values[name] ?? "{}") as Record<string, unknown>;
  let object = root;
  for (const part of path) {
    const inner = (object[part] ?? {}) as Record<string, unknown>;
    object[part] = inner;
    object = inner;
  }
  object[last] = value;
  values[name] = JSON.stringify(root);
}
