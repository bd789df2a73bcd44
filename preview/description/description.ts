import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ProjectDescription } from "../description";
import { PreviewError } from "../model/errors";
import { manifestIn } from "../project/package-manifest";
import type { Project } from "../project/project";

/** A description, with the module that it comes from. */
export interface Described {
  /** Undefined if `package.json` names none. */
  module?: string;
  description: ProjectDescription;
}

/**
 * Loads the module that a project's `package.json` names, and checks what it exports; without one, an empty description.
 * Throws a `PreviewError` if it can't be loaded or has another form.
 */
export function describedBy({ rootDir }: Project): Described {
  const manifest = join(rootDir, "package.json");
  const named = manifestIn(rootDir)?.isotopo;
  if (named === undefined) return { description: {} };
  if (typeof named !== "string") {
    throw new PreviewError(`${manifest}: isotopo is ${JSON.stringify(named)}; required: the path of a module`);
  }
  const module = resolve(rootDir, named);
  if (!existsSync(module)) throw new PreviewError(`${manifest}: isotopo is "${named}", and ${module} is not there`);
  return { module, description: checked(module, loaded(module)) };
}

function loaded(module: string): unknown {
  try {
    return require(module);
  } catch (error) {
    const words = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new PreviewError(`${module}, which describes the project, can't be loaded: ${words}`);
  }
}

function checked(module: string, content: unknown): ProjectDescription {
  const { descriptionSchema }: typeof import("./schema") = require("./schema");
  const parsed = descriptionSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${module}: ${path.join(".") || "it"}: ${message}`);
  throw new PreviewError(lines.join("\n"));
}

/** A message that a project's description lacks a part that a command needs. */
export function lacks({ rootDir }: Project, { module }: Described, part: keyof ProjectDescription): PreviewError {
  const where =
    module === undefined ? `${join(rootDir, "package.json")} names no module "isotopo"` : `${module} has no "${part}"`;
  return new PreviewError(`${where}: it describes what this command shows, see docs/describing-a-project.md`);
}
