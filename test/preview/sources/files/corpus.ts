import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Wire } from "../../../../preview/model/wire";

/** What kubectl reads: the objects, or that it refuses a document, in its words. */
export type KubectlAnswer = { objects: Wire[] } | { refused: string };

/** A text that is odd in one way, with what kubectl makes of it. */
export interface CorpusDocument {
  what: string;
  /** The text; its bytes in base 64 where it is no plain text. */
  text?: string;
  base64?: string;
  /** Kept by `test/cluster/kubectl-reading.test.ts` with `UPDATE_KUBECTL=1`. */
  kubectl?: KubectlAnswer;
  /** Why ours is another answer: more is read, or what is not judged is named. */
  differs?: string;
}

const folder = join(__dirname, "corpus");

/** The corpus, by its groups. */
export function corpus(): Map<string, CorpusDocument[]> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
}

/** Writes a group of the corpus back. */
export function keepGroup(group: string, documents: readonly CorpusDocument[]): void {
  writeFileSync(join(folder, `${group}.json`), `${JSON.stringify(documents, null, 2)}\n`);
}

/** Its bytes. */
export function bytesOf({ what, text, base64 }: CorpusDocument): Buffer {
  if (text === undefined && base64 === undefined) throw new Error(`${what} has no text`);
  return text === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(text);
}
