import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { rawOf, resolvedOf } from "../infra/support/configs";
import { projectDir } from "../support/project";
import type { WholeTopology } from "../support/whole";

/** The topology of a shipped stack. */
export function topologyOfStack(stack: string): WholeTopology {
  const file = join(projectDir, "stacks", `Pulumi.${stack}.yaml`);
  const { config }: { config: Record<string, unknown> } = parse(readFileSync(file, "utf8"));
  return resolvedOf(rawOf(config)).value;
}
