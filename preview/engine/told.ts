import { isWireObject, type Wire } from "./wire";

/** What a program took from files while it ran: absolute paths, as it spelled them. */
export interface Reads {
  /** Files that were loaded as modules, and what was asked for as such without being there, by its path without an ending. */
  modules: string[];
  /** Files and folders that it opened, or whose being there it asked for. */
  files: string[];
  /** Folders whose entries it listed. */
  lists: string[];
  /** Folders that it took with all that is below. */
  below: string[];
  /** Why it may have taken any file at all: it ran another program, for example. */
  any?: string;
}

/** What the preloads of a program told of it. */
export interface Told {
  /** Where it ended itself with success, empty where that is not known; undefined when it ended by itself. */
  endedItself?: string;
  /** Undefined when it was not asked for, or the program was killed. */
  reads?: Reads;
  /** What preloads left out, and why: each in one line. */
  leftOut: string[];
}

/** Reads the lines that preloads write (`preview/preload/tell.js`). A line that is none says nothing. */
export function toldOf(lines: string): Told {
  const told: Told = { leftOut: [] };
  for (const line of lines.split("\n")) {
    const message = messageIn(line);
    if (!isWireObject(message)) continue;
    if (typeof message.endedItself === "string") told.endedItself ??= message.endedItself;
    if (typeof message.leftOut === "string") told.leftOut.push(message.leftOut);
    if (isWireObject(message.reads)) {
      const { modules, files, lists, below, any } = message.reads;
      told.reads = { modules: texts(modules), files: texts(files), lists: texts(lists), below: texts(below) };
      if (typeof any === "string") told.reads.any = any;
    }
  }
  return told;
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
