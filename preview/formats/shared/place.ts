import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, PhysicalLocation, Run } from "sarif";
import type { SourcePosition } from "../../model/judged";
import { visible } from "../../model/visible";
import { topOf } from "../../project/repository";

/** Base of file addresses: code scanning services resolve it to the top folder of the repository. */
const root = "%SRCROOT%";

/** A run's description of that base. */
export const baseIds: Run["originalUriBaseIds"] = {
  [root]: { description: { text: "The top folder of the repository." } },
};

/** Name of standard input, which is no file. */
export const standardInput = "standard input";

/** Position of a result. `base` is the folder that the path of the file is relative to. */
export function physicalLocation({ file, line }: SourcePosition, base: string): PhysicalLocation {
  return {
    artifactLocation: artifactOf(file, base),
    ...(line === undefined ? {} : { region: { startLine: line } }),
  };
}

/**
 * A file by its path from the top of the repository, however it was named: `./a.yaml` in `k8s` is `k8s/a.yaml`. A file
 * outside the repository has its full address. Characters with a meaning in an address are escaped (RFC 3986).
 */
function artifactOf(file: string, base: string): ArtifactLocation {
  const path = resolve(base, visible(file));
  const inside = relative(topOf(base), path);
  if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`)) return { uri: pathToFileURL(path).href };
  return { uri: visible(inside).split(sep).map(encodeURIComponent).join("/"), uriBaseId: root };
}
