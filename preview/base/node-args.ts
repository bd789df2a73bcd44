import { resolve } from "node:path";
import type { Place } from "./settings";

/** Options whose value is a module. */
const ofModules = /^(?:--import|--loader|--experimental-loader|--require|-r)$/;

/** What arguments of node name. */
export interface Named {
  /** Files, as of `--env-file`: each value that may be a path, also where nothing is there. */
  files: string[];
  /** Specifiers of modules, from the project's folder. */
  imports: string[];
}

/** What is named by the arguments of a project, and by those of the environment (`NODE_OPTIONS`), which Node.js reads first. */
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
    if (ofModules.test(name === "" ? option : name)) named.imports.push(value);
    else named.files.push(resolve(rootDir, value));
    option = "";
  }
  return named;
}
