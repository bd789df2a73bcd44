import { existsSync } from "node:fs";
import { join } from "node:path";

/** Folder of a Pulumi CLI with its language host of Node.js, from `ISOTOPO_ENGINE`; undefined where the tests have none. */
export function engineBin(): string | undefined {
  const { ISOTOPO_ENGINE: bin } = process.env;
  if (bin === undefined || bin === "") return undefined;
  if (!existsSync(join(bin, "pulumi"))) throw new Error(`ISOTOPO_ENGINE: there is no pulumi in ${bin}`);
  return bin;
}

/** The same for a suite: where there is none, a test that waits says what it needs. */
export function suiteEngine(): string | undefined {
  const bin = engineBin();
  if (bin === undefined) it("needs Pulumi's CLI: ISOTOPO_ENGINE");
  return bin;
}
