import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { preview } from "../engine/preview";
import { PreviewError } from "../model/errors";
import { type Manifest, manifestsOf } from "./manifests";
import { printText } from "./write";

/** File that marks a folder as made by this command, so that it may be replaced. */
const marker = ".isotopo-render";

/** Writes the manifests of a Kubernetes stack, all of them or none. */
export async function render(stack: string, { out }: { out: string }): Promise<void> {
  const folder = resolve(out);
  refuseForeign(folder);
  const plan = await preview({ projectDir: process.cwd(), stack });
  const { manifests, withheld } = manifestsOf(plan);
  if (manifests.length === 0) {
    throw new PreviewError(`stack "${stack}" has no Kubernetes resources; render is for stacks on kubernetes`);
  }
  replaceFolder(folder, manifests);
  await printText(
    [
      `${manifests.length} manifests in ${out}. Apply them with: kubectl apply --server-side -R -f ${out}`,
      ...withheld.map(
        ({ namespace, name, keys }) =>
          `Not written, it holds values: kubectl create secret generic ${name} --namespace ${namespace} ${keys.map((key) => `--from-literal=${key}=…`).join(" ")}`,
      ),
    ].join("\n"),
  );
}

function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder);
  if (files.length > 0 && !files.includes(marker)) {
    throw new PreviewError(
      `${folder} is not empty and was not rendered by this command; name a new or an empty folder`,
    );
  }
}

/** Fills a folder beside the target, and moves it there when it is complete. */
function replaceFolder(folder: string, manifests: readonly Manifest[]): void {
  let draft: string | undefined;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    draft = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
    chmodSync(draft, 0o777 & ~process.umask());
    writeFileSync(join(draft, marker), "Rendered; replaced whole by the next run.\n");
    for (const { file, text } of manifests) writeFileSync(join(draft, file), text);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
    throw new PreviewError(`can't write ${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
