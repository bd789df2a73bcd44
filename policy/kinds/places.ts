import type { View } from "../core/view";

/** Variables that are a list: what the name and the value of each are called. */
export const listsOf = {
  list: ["name", "value"],
  keyed: ["key", "value"],
  assigned: ["variable", "value"],
  defaults: ["name", "defaultValue"],
  strings: ["key", "stringValue"],
  /** App Service's connection strings in its settings. */
  connections: ["name", "connectionString"],
} as const;

/**
 * How variables are given: in a list; in one of CodeBuild's, which may have references; in a map; in one of whole files, as text or in
 * base64; in a tree of values of a Helm chart; in one of objects with a value; or as arguments of a command, `NAME=value` among them.
 */
export type Kind = keyof typeof listsOf | "typed" | "map" | "files" | "encoded" | "tree" | "pairs" | "arguments";

/** Places in a resource, by path. `*` is every element of a list, and `!` ends the name of a document of Batch that is JSON text. */
export interface Place {
  kind: Kind;
  path: string;
}

export const list = (path: string): Place => ({ kind: "list", path });
export const map = (path: string): Place => ({ kind: "map", path });
export const inCommand = (path: string): Place => ({ kind: "arguments", path });

/** The places of a container that is at a path, by what its list of variables and its commands are called. */
export const ofContainer = (path: string, variables: string, ...commands: string[]): Place[] => {
  const prefix = path === "" ? "" : `${path}.`;
  return [list(`${prefix}${variables}`), ...commands.map((name) => inCommand(`${prefix}${name}`))];
};

/** Where the containers of each platform have them. */
export const placesOfContainers = {
  pods: ofContainer("", "env", "command", "args"),
  tasks: ofContainer("", "environment", "command", "entryPoint"),
  cloudRun: ofContainer("", "envs", "commands", "args"),
  apps: ofContainer("", "env", "command", "args"),
};

/** Every value at such a path. */
export function valuesAt(view: View<unknown>, path: string): View<unknown>[] {
  return below(view, path.split("."));
}

function below(view: View<unknown>, [key, ...rest]: readonly string[]): View<unknown>[] {
  if (key === undefined) return [view];
  if (key === "*") {
    return view
      .as<unknown[]>()
      .items()
      .flatMap((item) => below(item, rest));
  }
  const isDocument = key.endsWith("!");
  const member = view.as<Record<string, unknown>>().at(isDocument ? key.slice(0, -1) : key);
  return below(isDocument ? member.jsonOfGo() : member, rest);
}

/** The same path as `breaksBy` writes it. */
export function asProperty(path: string): string {
  return path.replaceAll(".*", "[]").replaceAll("!", "");
}
