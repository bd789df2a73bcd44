import { relative } from "node:path";
import { PreviewError } from "./errors";
import type { Told } from "./told";

/** What the engine knows of a program that has ended. */
interface Run {
  /** Whether the outputs of the stack were registered, which the SDK does last. */
  hasOutputs: boolean;
  /** Folder that paths are told from. */
  rootDir: string;
}

/**
 * What is wrong with the end of a program that says that it went well; undefined where nothing is, or the program told of an
 * error itself. An update would take what was not registered for gone, and delete it.
 */
export function mistakeOfEnd(
  exit: number | NodeJS.Signals,
  { endedItself }: Told,
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

function placeIn(place: string, rootDir: string): string {
  return place === "" ? "" : ` at ${place.startsWith(rootDir) ? relative(rootDir, place) : place}`;
}

const tooDeep =
  "a property of a resource, or an output, is nested too deeply to be previewed: hundreds of lists and objects, one in another";

/** Values are gone through by functions that call themselves: that one of ours came to no end is a mistake of the program. */
export function withoutRecursion(error: unknown): unknown {
  return error instanceof RangeError && error.message.includes("call stack") ? new PreviewError(tooDeep) : error;
}

/** The same of the SDK's. A function of the program that came to no end has its own lines behind the words. */
export function recursionInWords(error: string): string {
  return /RangeError: [^\n]*call stack size exceeded$/.test(error.trim()) ? tooDeep : error;
}
