import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of an SDK. */
export function sdkOf(name: "@pulumi/aws" | "@pulumi/gcp"): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** Declarations of an SDK's modules, as `folder/name.d.ts`. */
export function declarationsOf(sdk: string): string[] {
  const folders = readdirSync(sdk, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    readdirSync(join(sdk, name))
      .filter((file) => file.endsWith(".d.ts"))
      .map((file) => join(name, file)),
  );
}

/** The resource type that a module is of, if any. */
export function typeOf(sdk: string, declaration: string): string | undefined {
  const code = readFileSync(join(sdk, declaration.replace(/\.d\.ts$/, ".js")), "utf8");
  return /__pulumiType = '([^']+)'/.exec(code)?.[1];
}
