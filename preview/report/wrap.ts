/** Breaks a text at its spaces into lines of a width; lines after the first stand two further in. */
export function wrapped(text: string, width: number, indent = 0): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = " ".repeat(indent);
    for (const word of paragraph.split(" ")) {
      const candidate = line.trim() === "" ? `${line}${word}` : `${line} ${word}`;
      if (candidate.length > width && line.trim() !== "") {
        lines.push(line);
        line = `${" ".repeat(indent + 2)}${word}`;
      } else {
        line = candidate;
      }
    }
    return [...lines, line];
  });
}
