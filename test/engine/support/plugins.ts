import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { projectDir } from "../../support/project";

/** The packages that a cloud of the tests answers for. Kubernetes has its own provider, on a control plane. */
export const answering = ["aws", "gcp", "azure-native", "random"] as const;

const folder = join(projectDir, "node_modules/.cache/engine-tests");

/** Builds the plugins of the clouds that answer, and returns the folder that has to be on PATH. */
export async function buildPlugins(): Promise<string> {
  const bundle = join(folder, "dist/plugin.cjs");
  await build({
    entryPoints: [join(projectDir, "test/engine/clouds/plugin.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
  });
  // Beside what is built, as in the previewer's own package.
  if (!existsSync(join(folder, "tables"))) symlinkSync(join(projectDir, "preview/tables"), join(folder, "tables"));
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  for (const name of answering) {
    const script = `#!/bin/sh\nexec "${process.execPath}" "${bundle}" ${name}\n`;
    writeFileSync(join(bin, `pulumi-resource-${name}`), script, { mode: 0o755 });
  }
  return bin;
}
