import { isWireObject, type Wire } from "../model/wire";

/** Files that a program read while it ran: absolute paths, as the program spelled them. */
export interface Reads {
  /** Files that were loaded as modules, and modules that were asked for but missing, by path without ending. */
  modules: string[];
  /** Files and folders that it opened or checked for existence. */
  files: string[];
  /** Folders whose entries it listed. */
  lists: string[];
  /** Folders that it read with everything below. */
  below: string[];
  /** Why it may have read any file at all: for example, it ran another program. */
  any?: string;
}

/** Messages of a program's preloads. */
export interface PreloadMessages {
  /** Where the program ended itself with success, empty if that is not known; undefined if it ended by itself. */
  endedItself?: string;
  /** Where the program's own code ended it with failure. */
  failedItself?: string;
  /** Undefined if reads were not recorded, or the program was killed. */
  reads?: Reads;
  /** What preloads left out, and why: one line each. */
  leftOut: string[];
}

/** Reads the lines that preloads write (`preview/preload/tell.js`). Other lines are ignored. */
export function preloadMessagesIn(lines: string): PreloadMessages {
  const messages: PreloadMessages = { leftOut: [] };
  for (const line of lines.split("\n")) {
    const message = messageIn(line);
    if (!isWireObject(message)) continue;
    if (typeof message.endedItself === "string") messages.endedItself ??= message.endedItself;
    if (typeof message.failedItself === "string") messages.failedItself ??= message.failedItself;
    if (typeof message.leftOut === "string") messages.leftOut.push(message.leftOut);
    if (isWireObject(message.reads)) {
      const { modules, files, lists, below, any } = message.reads;
      messages.reads = { modules: texts(modules), files: texts(files), lists: texts(lists), below: texts(below) };
      if (typeof any === "string") messages.reads.any = any;
    }
  }
  return messages;
}

function messageIn(line: string): Wire {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function texts(value: Wire | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
