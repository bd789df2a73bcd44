import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Application } from "./application";

/** Files of this folder that describe no application. */
const notApplications = new Set(["application", "common", "index"]);

/**
 * Names of the applications: one file of this folder each. A program that has found its own application does not call this,
 * so it does not depend on the files of the others.
 */
export function applicationNames(): string[] {
  return readdirSync(__dirname)
    .map((file) => /^([a-z][a-z0-9-]*)\.(?:ts|js)$/.exec(file)?.[1])
    .filter((name): name is string => name !== undefined && !notApplications.has(name))
    .sort();
}

/** Whether there is an application of that name. */
export function isApplicationName(name: string): boolean {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || notApplications.has(name)) return false;
  return ["ts", "js"].some((ending) => existsSync(join(__dirname, `${name}.${ending}`)));
}

/** Loads the application of that name: the export of its file that has the same name. */
export function loadApplication(name: string): Application {
  const module: Record<string, unknown> = require(join(__dirname, name));
  const application = Object.values(module).find(isApplication);
  if (application === undefined || application.name !== name) {
    throw new Error(`infra/apps/${name}.ts exports no application with the name "${name}"`);
  }
  return application;
}

function isApplication(value: unknown): value is Application {
  return typeof value === "object" && value !== null && "name" in value && "describe" in value;
}
