import { neededPart } from "../description/description";
import { preview } from "../engine/preview";
import { PreviewError } from "../model/errors";
import { isWireObject, type Wire, type WireObject } from "../model/wire";
import { findProject } from "../project/project";
import { print, printText } from "./write";

/** Prints the topology that a stack's program decides, each value with its origin. */
export async function show(stack: string, { format }: { format: string }): Promise<void> {
  const part = neededPart(findProject(process.cwd()), "topology");
  const plan = await preview({ projectDir: process.cwd(), stack });
  const resource = plan.resources.find(({ type }) => type === part.type);
  if (resource === undefined) {
    throw new PreviewError(`stack "${stack}": its program has no ${part.type}, so there is no topology to show`);
  }
  const topology = resource.inputs[part.values] ?? {};
  const origins = (part.origins === undefined ? undefined : resource.inputs[part.origins]) ?? {};
  if (format === "json") await print(JSON.stringify({ topology, origins }, null, 2));
  else await printText(lines(topology, origins));
}

function lines(topology: Wire, origins: Wire): string {
  const byPath: WireObject = isWireObject(origins) ? origins : {};
  return leaves(topology, "")
    .map(([path, value]) => `${path} = ${JSON.stringify(value)}   (${byPath[path] ?? "default"})`)
    .join("\n");
}

function leaves(value: Wire, path: string): [string, Wire][] {
  const entries: [string, Wire][] = Array.isArray(value)
    ? value.map((item, i) => [String(i), item])
    : isWireObject(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0) return [[path, value]];
  return entries.flatMap(([key, item]) => leaves(item, path === "" ? key : `${path}.${key}`));
}
