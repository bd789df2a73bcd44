import { join } from "node:path";
import type { PolicyServer } from "../../preview/engine/analyzer";
import { hostPack } from "../../preview/engine/pack-host";
import { projectDir } from "../support/project";

/** The pack in its own server, as it is published; with a `summary` as our own engine has it. */
export function startPack(
  stack: string,
  options?: { summary: boolean },
): Promise<{ server: PolicyServer; stop(): void }> {
  const facts = { organization: "organization", project: "shop", stack, config: {} };
  return hostPack(join(projectDir, "policy"), facts, undefined, options);
}
