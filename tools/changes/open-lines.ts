/** The lines of a comment that are read without opening anything: what is in no fold, and the title of each outermost one. */
export function openLines(comment: string): string[] {
  const open: string[] = [];
  let depth = 0;
  for (const line of comment.split("\n")) {
    if (line.startsWith("<details>")) {
      if (depth === 0) open.push(line);
      depth += 1;
    } else if (line === "</details>") depth -= 1;
    else if (depth === 0 && line.trim() !== "" && !line.startsWith("<!--")) open.push(line);
  }
  return open;
}
