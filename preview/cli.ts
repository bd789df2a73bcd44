import { inspect } from "node:util";
import { CommanderError } from "commander";
import { program } from "./commands/program";
import { tell } from "./commands/tell";
import { killAll } from "./engine/child";
import { PreviewError } from "./engine/errors";
import { exitCodes } from "./exit-codes";

/** Runs the command. Sets the exit code; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  guardStreams();
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  // The terminal is closed, or the connection to it.
  process.once("SIGHUP", interrupted);
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Tells what went wrong, in a line for a mistake of the user's and with a trace for one of ours. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.mistake;
  if (error instanceof PreviewError) tell(`isotopo: ${error.message}`);
  else if (isFileError(error)) tell(`isotopo: ${error.path === undefined ? "" : `${error.path}: `}${error.message}`);
  else tell(inspect(error));
  return exitCodes.mistake;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** A reader that goes away early, such as `head`, is no error. */
function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      killAll();
      process.exit(error.code === "EPIPE" ? exitCodes.clean : exitCodes.mistake);
    });
  }
}

function interrupted(): void {
  killAll();
  process.exit(exitCodes.interrupted);
}
