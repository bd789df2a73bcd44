/** A document of a stream, as kubectl cuts it out (`YAMLReader` in `k8s.io/apimachinery/pkg/util/yaml`). */
export interface Chunk {
  text: string;
  /** The line that it begins with; the first of a file is 1. */
  line: number;
  /** The text after `---` on its line, if it is more than a comment: then kubectl stops reading. */
  after?: string;
}

/**
 * Cuts a text at each line that starts with `---`, even inside a text block. Only a comment may follow on that line. The
 * line stays with the document that it opens if nothing is above it.
 */
export function chunksOf(text: string, firstLine = 1): Chunk[] {
  const chunks: Chunk[] = [];
  let [lines, begin]: [string[], number] = [[], firstLine];
  const end = (next: number) => {
    if (lines.length > 0) chunks.push({ text: lines.map((line) => `${line}\n`).join(""), line: begin });
    lines = [];
    begin = next;
  };
  const all = text.split("\n");
  if (all.at(-1) === "") all.pop();
  for (const [i, raw] of all.entries()) {
    const line = raw.replace(/\r$/, "");
    const after = line.startsWith("---") ? line.slice(3).trim() : "";
    if (after !== "" && !after.startsWith("#")) {
      end(firstLine + i + 1);
      chunks.push({ text: "", line: firstLine + i, after });
    } else if (line.startsWith("---") && lines.length > 0) end(firstLine + i + 1);
    else lines.push(line);
  }
  end(firstLine + all.length);
  return chunks;
}
