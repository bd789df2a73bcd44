import { PreviewError } from "../model/errors";
import type { FaultRedactor } from "./fault-redactor";
import { readable } from "./readable";

/** Number of output lines that are shown when a pack ends. */
const lastLines = 10;

/** A policy pack that ended while it was asked, with its output since it was given the stack. */
export class PackEnded extends PreviewError {
  constructor(
    private readonly what: string,
    private readonly output: string,
  ) {
    super(endWords(what, output));
  }

  /**
   * The same error with its output redacted. The last lines are chosen after that, so that a secret of many lines is not cut
   * before it is found.
   */
  with(show: (text: string) => string): PreviewError {
    return new PreviewError(endWords(show(this.what), show(this.output)));
  }
}

function endWords(what: string, output: string): string {
  const words = output.trim().split("\n").slice(-lastLines).join("\n");
  return `${what}${words === "" ? "" : `; its last words:\n${words}`}`;
}

/**
 * An error that is safe to show. A policy pack gets secrets in clear text, and its errors and output may quote them: they
 * are removed, and so are stack frames of packages. Anything but a user's mistake comes back unchanged.
 */
export function redactedError(error: unknown, redactor: Pick<FaultRedactor, "text">): unknown {
  if (!(error instanceof PreviewError)) return error;
  // Again after `readable`: a secret may contain colour codes.
  const show = (text: string): string => redactor.text(readable(redactor.text(text)));
  return error instanceof PackEnded ? error.with(show) : new PreviewError(show(error.message));
}
