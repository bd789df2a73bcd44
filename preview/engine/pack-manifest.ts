import { existsSync } from "node:fs";
import { join } from "node:path";
import { PreviewError } from "../model/errors";
import { readYaml } from "../project/project";
import { record } from "../project/record";

/** The part of PulumiPolicy.yaml that starting a pack needs. */
export interface PackManifest {
  /** The runner's argument: the entry file, or the folder whose package.json names it. */
  entry: string;
  /** Whether it may be TypeScript, which the SDK then compiles as it loads it; true unless `runtime.options` says otherwise. */
  typescript: boolean;
}

/** Reads a pack's manifest. Throws a `PreviewError` if the folder is no pack, or the pack was not built. */
export function packManifest(pack: string): PackManifest {
  const manifest = ["PulumiPolicy.yaml", "PulumiPolicy.yml"].map((name) => join(pack, name)).find(existsSync);
  if (manifest === undefined) throw new PreviewError(`${pack} is no policy pack: it has no PulumiPolicy.yaml`);
  const settings = record(readYaml(manifest));
  const { main } = settings;
  const entry = main === undefined ? pack : join(pack, String(main));
  if (!existsSync(entry)) {
    throw new PreviewError(
      `the policy pack ${pack} is not built: ${entry} is missing. Run \`npm run build\` in ${pack}`,
    );
  }
  return { entry, typescript: typescriptOption(settings) };
}

function typescriptOption({ runtime }: Readonly<Record<string, unknown>>): boolean {
  return record(record(runtime).options).typescript !== false;
}
