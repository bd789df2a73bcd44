import { PreviewError } from "../model/errors";
import { shownFile } from "../model/file-words";
import { visibleJson } from "../model/visible";
import { exitCodes } from "./exit-codes";
import { printMessage } from "./print-message";
import { linesOf, mostBytes } from "./read";
import { publish, standardOutput } from "./write";

/**
 * Writes the part of a Pulumi event log that our reports read. The log may have any size, the result at most 256 MiB. Throws
 * a `PreviewError` that names the line if it is no event log; then nothing is written.
 */
export async function strip(file: string, { out = standardOutput }: { out?: string }): Promise<number> {
  const { events, cut, kept } = strippedLog(file);
  await publish(`${events.join("\n")}\n`, out);
  if (cut !== undefined) printMessage(`${shownFile(file)}:${cut} ends in the middle: left out`);
  if (kept > 0) {
    printMessage(
      `${kept === 1 ? "1 warning or error is" : `${kept} warnings and errors are`} kept as written: look for secrets in them before the log leaves this machine`,
    );
  }
  return exitCodes.clean;
}

/** The stripped event log. */
export interface StrippedLog {
  /** Lines of JSON. */
  events: string[];
  /** Number of a last line that is incomplete. */
  cut?: number;
  /** Number of diagnostics that are kept. */
  kept: number;
}

/** Strips an event log. Throws as `strip` does. */
export function strippedLog(file: string): StrippedLog {
  // Loaded when it is asked for: it brings a schema library.
  const {
    strippedEvent,
  }: typeof import("../sources/pulumi/stripped-event") = require("../sources/pulumi/stripped-event");
  const log: StrippedLog = { events: [], kept: 0 };
  let bytes = 0;
  let first: string | undefined;
  let number = 0;
  for (const { text, whole } of linesOf(file)) {
    number += 1;
    if (text.trim() === "") continue;
    const stripped = strippedEvent(text);
    if (stripped !== "nothing" && "mistake" in stripped) {
      // A stopped run of Pulumi leaves half a line.
      if (!whole && first !== undefined) return { ...log, events: eventsOr(first, log.events), cut: number };
      throw new PreviewError(
        `${shownFile(file)}:${number} is no event of Pulumi's engine: ${stripped.mistake}; required: a log that \`pulumi preview --event-log\` wrote`,
      );
    }
    // A log without events is still a log: its readers report that nothing was planned.
    first ??= JSON.stringify({ sequence: number });
    if (stripped === "nothing") continue;
    const line = visibleJson(JSON.stringify(stripped.event));
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > mostBytes)
      throw new PreviewError(`${shownFile(file)}: more than 256 MiB of it are left; no report reads as much`);
    log.events.push(line);
    if (stripped.event.diagnosticEvent !== undefined) log.kept += 1;
  }
  if (first === undefined) throw new PreviewError(`${shownFile(file)} is empty`);
  return { ...log, events: eventsOr(first, log.events) };
}

function eventsOr(first: string, events: string[]): string[] {
  return events.length > 0 ? events : [first];
}
