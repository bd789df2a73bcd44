import { resolve, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** The folder of what runs before a program. */
const preloads = resolve(__dirname, "../preload") + sep;

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
    .filter((line) => !isFrame(line) || !(/node:|node_modules|<anonymous>\)?$/.test(line) || line.includes(preloads)))
    .join("\n")
    .trim();
}

/** Whether a preload of ours threw it, which says so by the first frame. */
export function isThrownByPreload(message: string): boolean {
  return stripVTControlCharacters(message).split("\n").find(isFrame)?.includes(preloads) ?? false;
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
