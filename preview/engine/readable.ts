import { resolve, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** The folder of the preloads. */
const preloads = resolve(__dirname, "../preload") + sep;

/** The SDK's text around an error that its own handler catches. Which handler catches it is a race. */
const around = [
  /^Running program '.*' failed with an unhandled exception:\n/,
  /^<ref \*1> /,
  / \{\s+promise: Promise \{ <rejected> \[Circular \*1\] \}\s+\}$/,
];

/** An error message without colours and with the frames of the author's own code only. */
export function readable(message: string): string {
  return around
    .reduce((text, part) => text.replace(part, ""), stripVTControlCharacters(message))
    .split("\n")
    .filter((line) => !isFrame(line) || !(/node:|node_modules|<anonymous>\)?$/.test(line) || line.includes(preloads)))
    .join("\n")
    .trim();
}

/** Whether a preload of ours threw it: its first frame is in the preloads' folder. */
export function isThrownByPreload(message: string): boolean {
  return stripVTControlCharacters(message).split("\n").find(isFrame)?.includes(preloads) ?? false;
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
