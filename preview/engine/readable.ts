import { stripVTControlCharacters } from "node:util";

/** What the SDK writes around an error when its own handler is the one that catches it: which one does is a race. */
const around = [
  /^Running program '.*' failed with an unhandled exception:\n/,
  /^<ref \*1> /,
  / \{\s+promise: Promise \{ <rejected> \[Circular \*1\] \}\s+\}$/,
];

/** An error without colours, and with the frames of the author's own code only. */
export function readable(message: string): string {
  return around
    .reduce((text, part) => text.replace(part, ""), stripVTControlCharacters(message))
    .split("\n")
    .filter((line) => !/^\s+at /.test(line) || !/node:|node_modules|<anonymous>\)?$/.test(line))
    .join("\n")
    .trim();
}
