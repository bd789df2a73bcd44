import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FileRemark, remarkLine } from "../../../../preview/model/reading";
import { type Found, readAll } from "../../../../preview/sources/files/read";
import { inFolder } from "../../programs";

export const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\n";

/** The words for a file that is none of those that are read. */
export const notRead = "is no stack export, no preview and no Kubernetes manifest";

/** Remarks as lines, with the names of the files in the folder. */
export function shown(remarks: readonly FileRemark[], folder: string): string[] {
  return remarks.map((remark) => remarkLine(remark).replaceAll(`${folder}/`, ""));
}

export function typesOf({ stacks, manifests }: Found): string[] {
  return [...stacks.flatMap(({ resources: of }) => of), ...manifests].map(({ type }) => type);
}

export function reading(
  file: string,
  text: string | Buffer,
  use: (found: Found, folder: string) => void,
): Promise<void> {
  return inFolder((folder) => {
    writeFileSync(join(folder, file), text);
    use(readAll([join(folder, file)]), folder);
  });
}
