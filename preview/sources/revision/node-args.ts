import { resolve } from "node:path";
import type { Place } from "./settings";

/** Options whose value is a module. */
const ofModules = /^(?:--import|--loader|--experimental-loader|--require|-r)$/;

/** The previewer's own preloads: a program takes nothing by them, and a change of the previewer is none of a stack. */
const ofPreviewer = /^@isotopo\/preview\/preload\//;

/** Files and modules in the arguments of node. */
export interface Named {
  /** Files, such as `--env-file`: each value that may be a path, even if it does not exist. */
  files: string[];
  /** Specifiers of modules, from the project's folder. */
  imports: string[];
}

/** Files and modules in the arguments of a project, and in the environment's (`NODE_OPTIONS`), which Node.js reads first. */
export function namedIn({ nodeArgs, rootDir }: Place, environment = process.env.NODE_OPTIONS ?? ""): Named {
  const named: Named = { files: [], imports: [] };
  const words = [...(environment.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? []), ...nodeArgs];
  let option = "";
  for (const word of words) {
    const text = word.replace(/^"(.*)"$/, "$1");
    const [, name = "", value = text] = /^(-[^=]*)(?:=(.*))?$/.exec(text) ?? [];
    if (name !== "" && value === text) {
      option = name;
      continue;
    }
    if (ofModules.test(name === "" ? option : name)) {
      if (!ofPreviewer.test(value)) named.imports.push(value);
    } else named.files.push(resolve(rootDir, value));
    option = "";
  }
  return named;
}
