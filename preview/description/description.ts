import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ProjectDescription } from "../description";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { manifestIn } from "../project/package-manifest";
import type { Project } from "../project/project";
import { record } from "../project/record";

type Part = keyof ProjectDescription;

/** The parts, each with its check: the problems of a value, by path. `isotopo list` runs often, so its part loads no library. */
const parts: { [P in Part]-?: (value: unknown) => string[] } = {
  columns: (value) =>
    Array.isArray(value) && value.every((key) => typeof key === "string") ? [] : ["columns: required: a list of texts"],
  topology: (value) => bySchema("topology", value),
  comparison: (value) => bySchema("comparison", value),
};

/**
 * A part of the description that a project gives of itself; undefined if it gives none. Throws a `PreviewError` if the module
 * can't be loaded or has another form.
 */
export function describedPart<P extends Part>(project: Project, part: P): ProjectDescription[P] {
  const module = moduleOf(project);
  if (module === undefined) return undefined;
  const description: ProjectDescription = record(loaded(module));
  const names = Object.keys(parts);
  const problems = Object.keys(description)
    .filter((name) => !names.includes(name))
    .map((name) => `${name} is no part of a description: ${nearWords(name, names, `there are: ${names.join(", ")}`)}`);
  if (description[part] !== undefined) problems.push(...parts[part](description[part]));
  if (problems.length > 0) throw new PreviewError(problems.map((problem) => `${module}: ${problem}`).join("\n"));
  return description[part];
}

/** The same where a command can't do without it. */
export function neededPart<P extends Part>(project: Project, part: P): NonNullable<ProjectDescription[P]> {
  const found = describedPart(project, part);
  if (found !== undefined) return found;
  const module = moduleOf(project);
  const manifest = join(project.rootDir, "package.json");
  const where = module === undefined ? `${manifest} names no module "isotopo"` : `${module} has no "${part}"`;
  throw new PreviewError(`${where}: it describes what this command shows, see docs/describing-a-project.md`);
}

/** The module that a project's `package.json` names; undefined if it names none. */
function moduleOf({ rootDir }: Project): string | undefined {
  const named = manifestIn(rootDir)?.isotopo;
  if (named === undefined) return undefined;
  const manifest = join(rootDir, "package.json");
  if (typeof named !== "string") {
    throw new PreviewError(`${manifest}: isotopo is ${JSON.stringify(named)}; required: the path of a module`);
  }
  const module = resolve(rootDir, named);
  if (!existsSync(module)) throw new PreviewError(`${manifest}: isotopo is "${named}", and ${module} is not there`);
  return module;
}

function loaded(module: string): unknown {
  try {
    return require(module);
  } catch (error) {
    const words = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new PreviewError(`${module}, which describes the project, can't be loaded: ${words}`);
  }
}

function bySchema(part: "topology" | "comparison", value: unknown): string[] {
  const { schemas }: typeof import("./schema") = require("./schema");
  const { error } = schemas[part].safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => `${[part, ...path].join(".")}: ${message}`);
}
