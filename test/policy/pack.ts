import { join } from "node:path";
import type { PolicyServer } from "../../preview/engine/analyzer";
import { hostPack } from "../../preview/engine/pack-host";
import { projectDir } from "../support/project";

/** The pack in its own server, as it is published. */
export function startPack(stack: string): Promise<{ server: PolicyServer; stop(): void }> {
  return hostPack(join(projectDir, "policy"), { organization: "organization", project: "shop", stack, config: {} });
}
