import { relative } from "node:path";
import { PreviewError } from "../model/errors";
import type { PreloadMessages } from "./preload-messages";

/** The state of a program that has ended, as the engine knows it. */
interface Run {
  /** Whether the outputs of the stack were registered, which the SDK does last. */
  hasOutputs: boolean;
  /** Folder that paths are shown relative to. */
  rootDir: string;
}

/**
 * The fault of a program that ended with success; undefined if there is none, or if the program reported an error itself. An
 * update would delete every resource that was not registered.
 */
export function mistakeOfEnd(
  exit: number | NodeJS.Signals,
  { endedItself }: PreloadMessages,
  { hasOutputs, rootDir }: Run,
): string | undefined {
  if (endedItself !== undefined) {
    return (
      `the program ended itself with code 0 (process.exit${placeIn(endedItself, rootDir)}), so that resources may be missing; ` +
      "let it end by itself, or throw an error"
    );
  }
  if (exit === 0 && !hasOutputs) {
    return (
      "the program ended before it was done: something that it waits for never comes, such as a promise that is never resolved. " +
      "Run it with PULUMI_DEBUG_PROMISE_LEAKS=true to see what"
    );
  }
  return undefined;
}

/** How a program failed that reported no error of its own. */
export function failedEnd(exit: number | NodeJS.Signals, { failedItself }: PreloadMessages, rootDir: string): string {
  return failedItself === undefined
    ? `the program ended with ${exit}`
    : `the program ended itself with code ${exit} (process.exit${placeIn(failedItself, rootDir)})`;
}

function placeIn(place: string, rootDir: string): string {
  return place === "" ? "" : ` at ${place.startsWith(rootDir) ? relative(rootDir, place) : place}`;
}

const tooDeep =
  "a property of a resource, or an output, is nested too deeply to be previewed: hundreds of lists and objects, one in another";

/** Values are walked recursively. A recursion without end is a mistake of the program: it nests a value too deeply. */
export function withoutRecursion(error: unknown): unknown {
  return error instanceof RangeError && error.message.includes("call stack") ? new PreviewError(tooDeep) : error;
}

/** The same for the SDK's recursion. If a function of the program recursed, its own lines follow the message. */
export function recursionInWords(error: string): string {
  return /RangeError: [^\n]*call stack size exceeded$/.test(error.trim()) ? tooDeep : error;
}
