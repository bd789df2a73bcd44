import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as bundled } from "esbuild";
import { projectDir } from "../../support/project";
import { answering } from "../clouds/answering";

const folder = join(projectDir, "node_modules/.cache/engine-tests");

let built: Promise<string> | undefined;

/**
 * Builds the plugins of the clouds that answer, once in a process, and returns the folder that has to be on PATH. Two processes at once
 * do not harm each other.
 */
export function buildPlugins(): Promise<string> {
  built ??= build();
  return built;
}

/** The same without one for Kubernetes: a folder for stacks that Pulumi's own provider, of the engine's folder, makes on a cluster. */
export async function pluginsBesideKubernetes(): Promise<string> {
  const bin = await buildPlugins();
  const beside = join(folder, "bin-beside-kubernetes");
  mkdirSync(beside, { recursive: true });
  for (const name of answering.filter((each) => each !== "kubernetes")) {
    const plugin = `pulumi-resource-${name}`;
    replace(join(beside, plugin), (path) => symlinkSync(join(bin, plugin), path));
  }
  return beside;
}

async function build(): Promise<string> {
  const bundle = join(folder, "dist/plugin.cjs");
  const { outputFiles } = await bundled({
    entryPoints: [join(projectDir, "test/engine/clouds/plugin.ts")],
    write: false,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
  });
  const bin = join(folder, "bin");
  for (const each of [bin, join(folder, "dist")]) mkdirSync(each, { recursive: true });
  // Beside what is built, as in the previewer's own package.
  replace(join(folder, "tables"), (path) => symlinkSync(join(projectDir, "preview/tables"), path));
  writeWhole(bundle, outputFiles[0]?.text ?? "");
  for (const name of answering) {
    writeWhole(join(bin, `pulumi-resource-${name}`), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" ${name}\n`);
  }
  // The plugin of dynamic providers comes with Pulumi's own download, as this script.
  const dynamic = join(projectDir, "node_modules/@pulumi/pulumi/cmd/dynamic-provider");
  writeWhole(join(bin, "pulumi-resource-pulumi-nodejs"), `#!/bin/sh\nexec "${process.execPath}" "${dynamic}" "$@"\n`);
  return bin;
}

/** Writes a file that may be in use, unless it is there already. */
function writeWhole(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  replace(path, (next) => writeFileSync(next, text, { mode: 0o755 }));
}

function replace(path: string, make: (path: string) => void): void {
  const next = `${path}.${process.pid}`;
  rmSync(next, { force: true });
  make(next);
  renameSync(next, path);
}
