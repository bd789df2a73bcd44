import { existsSync } from "node:fs";
import { join } from "node:path";

/** Folder of a Pulumi CLI with its language host of Node.js, from `ISOTOPO_ENGINE`; undefined where the tests have none. */
export function engineBin(): string | undefined {
  const { ISOTOPO_ENGINE: bin } = process.env;
  if (bin === undefined || bin === "") return undefined;
  if (!existsSync(join(bin, "pulumi"))) throw new Error(`ISOTOPO_ENGINE: there is no pulumi in ${bin}`);
  return bin;
}
