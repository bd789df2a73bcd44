import { inspect } from "node:util";
import { CommanderError } from "commander";
import { exitCodes } from "./commands/exit-codes";
import { printMessage } from "./commands/print-message";
import { program } from "./commands/program";
import { killAll } from "./engine/child";
import { PreviewError } from "./model/errors";

/** Runs the command. Sets the exit code; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  guardStreams();
  const verdict = guardVerdict();
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  // The terminal is closed, or the connection to it.
  process.once("SIGHUP", interrupted);
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
  verdict.isThere = true;
}

/** Reports what went wrong: one line for a user's mistake, a stack trace for a fault of ours. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.mistake;
  if (error instanceof PreviewError) printMessage(`isotopo: ${error.message}`);
  else if (isFileError(error))
    printMessage(`isotopo: ${error.path === undefined ? "" : `${error.path}: `}${error.message}`);
  else printMessage(inspect(error));
  return exitCodes.mistake;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/**
 * A reader that leaves early, such as `head`, only gets no more output: the run goes on, writes its files and ends with the
 * exit code of its verdict.
 */
function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== undefined && goneCodes.includes(error.code)) return;
      killAll();
      process.exit(exitCodes.mistake);
    });
  }
}

/** Error codes of a write whose reader is gone: a pipe, a socket, and a stream that was destroyed because of it. */
const goneCodes = ["EPIPE", "ECONNRESET", "ERR_STREAM_DESTROYED"];

/** Ensures that a run which never ends is not taken for a run that found nothing. */
function guardVerdict(): { isThere: boolean } {
  const verdict = { isThere: false };
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      printMessage(`isotopo: an error that it did not expect ended the run:\n${inspect(error)}`);
      killAll();
      process.exit(exitCodes.mistake);
    });
  }
  process.once("exit", () => {
    if (verdict.isThere || (process.exitCode ?? exitCodes.clean) !== exitCodes.clean) return;
    printMessage("isotopo: the run ended before it came to a result");
    process.exitCode = exitCodes.mistake;
  });
  return verdict;
}

function interrupted(): void {
  killAll();
  process.exit(exitCodes.interrupted);
}
