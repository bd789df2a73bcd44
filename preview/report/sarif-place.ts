import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, PhysicalLocation, Run } from "sarif";
import type { SourcePosition } from "../plan/judged";
import { topOf } from "../project/repository";
import { visible } from "../visible";

/** What addresses of files begin at: code scanning services take it for the top folder of the repository. */
const root = "%SRCROOT%";

/** What a run says of where its files are. */
export const baseIds: Run["originalUriBaseIds"] = {
  [root]: { description: { text: "The top folder of the repository." } },
};

/** How what was read from there is called: it is in no file. */
export const standardInput = "standard input";

/** Where a result is written. `base` is the folder that the path of the file is relative to. */
export function physicalLocation({ file, line }: SourcePosition, base: string): PhysicalLocation {
  return {
    artifactLocation: artifactOf(file, base),
    ...(line === undefined ? {} : { region: { startLine: line } }),
  };
}

/**
 * A file by its path from the top of the repository, however it was named: `./a.yaml` in `k8s` is `k8s/a.yaml`. What is outside
 * of the repository has its whole address. Each character that means something in an address is escaped (RFC 3986).
 */
function artifactOf(file: string, base: string): ArtifactLocation {
  const path = resolve(base, visible(file));
  const inside = relative(topOf(base), path);
  if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`)) return { uri: pathToFileURL(path).href };
  return { uri: visible(inside).split(sep).map(encodeURIComponent).join("/"), uriBaseId: root };
}
