/**
 * Breaks a text at its spaces into lines of a width; all lines after the first are two further in, also where the text itself
 * has a line end: no line of a message begins like one of ours.
 */
export function wrapped(text: string, width: number, indent = 0): string[] {
  return text.split("\n").flatMap((paragraph, i) => {
    const lines: string[] = [];
    let line = " ".repeat(i === 0 ? indent : indent + 2);
    for (const word of wordsOf(paragraph)) {
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

/** Words, with what stands in backticks as one of them: half of a command is none that can be copied. */
function wordsOf(paragraph: string): string[] {
  const words: string[] = [];
  let open = false;
  for (const word of paragraph.split(" ")) {
    if (open) words[words.length - 1] += ` ${word}`;
    else words.push(word);
    if ((word.split("`").length - 1) % 2 === 1) open = !open;
  }
  // A backtick that nothing closes is a word's own.
  return open ? paragraph.split(" ") : words;
}
