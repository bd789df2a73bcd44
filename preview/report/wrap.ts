/**
 * Breaks a text at its spaces into lines of a width; all lines after the first are two further in, also where the text itself
 * has a line end: no line of a message begins like one of ours.
 */
export function wrapped(text: string, width: number, indent = 0): string[] {
  return text.split("\n").flatMap((paragraph, i) => {
    const lines: string[] = [];
    let line = " ".repeat(i === 0 ? indent : indent + 2);
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
