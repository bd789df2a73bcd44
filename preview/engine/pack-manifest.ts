import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PreviewError } from "./errors";
import { isWireObject, type Wire } from "./wire";

/** What a pack says of itself in PulumiPolicy.yaml, as far as starting it goes. */
export interface PackManifest {
  /** What the runner takes: the entry file, or the folder whose package.json names it. */
  entry: string;
  /** Whether it may be TypeScript, which the SDK then compiles as it loads it; true unless `runtime.options` says otherwise. */
  typescript: boolean;
}

/** Reads what a pack's folder says. Throws a `PreviewError` where it is no pack, or one that was not built. */
export function packManifest(pack: string): PackManifest {
  const manifest = ["PulumiPolicy.yaml", "PulumiPolicy.yml"].map((name) => join(pack, name)).find(existsSync);
  if (manifest === undefined) throw new PreviewError(`${pack} is no policy pack: it has no PulumiPolicy.yaml`);
  const settings: Wire = parse(readFileSync(manifest, "utf8"));
  const main = isWireObject(settings) ? settings.main : undefined;
  const entry = main === undefined ? pack : join(pack, String(main));
  if (!existsSync(entry)) {
    throw new PreviewError(
      `the policy pack ${pack} is not built: ${entry} is missing. Run \`npm run build\` in ${pack}`,
    );
  }
  return { entry, typescript: typescriptOption(settings) };
}

function typescriptOption(settings: Wire): boolean {
  const runtime = isWireObject(settings) ? settings.runtime : undefined;
  const options = isWireObject(runtime) ? runtime.options : undefined;
  return !(isWireObject(options) && options.typescript === false);
}
