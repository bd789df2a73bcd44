/**
 * Wraps a text at its spaces to a width. All lines after the first are indented by two more, also after a line end in the
 * text: no line of a message starts like one of ours.
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

/** Words; a part in backticks is one word, as half a command can't be copied. */
function wordsOf(paragraph: string): string[] {
  const words: string[] = [];
  let open = false;
  for (const word of paragraph.split(" ")) {
    if (open) words[words.length - 1] += ` ${word}`;
    else words.push(word);
    if ((word.split("`").length - 1) % 2 === 1) open = !open;
  }
  // A backtick without a partner is part of its word.
  return open ? paragraph.split(" ") : words;
}
