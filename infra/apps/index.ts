import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Application } from "./application";

/** Files of a folder of applications that describe none. */
const notApplications = new Set(["application", "common", "index"]);

/** The applications of a folder: one file each, found by its name. */
export class Applications {
  constructor(private readonly folder: string) {}

  /**
   * Their names, sorted. A program that has found its own application does not call this, so it does not depend on the files
   * of the others.
   */
  names(): string[] {
    return readdirSync(this.folder)
      .map((file) => /^([a-z][a-z0-9-]*)\.(?:ts|js)$/.exec(file)?.[1])
      .filter((name): name is string => name !== undefined && !notApplications.has(name))
      .sort();
  }

  /** Whether there is an application of that name. */
  has(name: string): boolean {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || notApplications.has(name)) return false;
    return ["ts", "js"].some((ending) => existsSync(join(this.folder, `${name}.${ending}`)));
  }

  /** Loads the application of that name: the export of its file that has the same name. */
  load(name: string): Application {
    const module: Record<string, unknown> = require(join(this.folder, name));
    const application = Object.values(module).find(isApplication);
    if (application === undefined || application.name !== name) {
      throw new Error(`${join(this.folder, name)}.ts exports no application with the name "${name}"`);
    }
    return application;
  }
}

/** The applications of this folder, which the project ships. */
export const shippedApplications = new Applications(__dirname);

/** Names of the shipped applications. */
export function applicationNames(): string[] {
  return shippedApplications.names();
}

/** Loads the shipped application of that name. */
export function loadApplication(name: string): Application {
  return shippedApplications.load(name);
}

function isApplication(value: unknown): value is Application {
  return typeof value === "object" && value !== null && "name" in value && "describe" in value;
}
