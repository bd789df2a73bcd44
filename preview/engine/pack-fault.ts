import { PreviewError } from "./errors";
import type { FaultRedactor } from "./fault-redactor";
import { readable } from "./readable";

/** Lines of a pack's output that are told when it ends. */
const lastLines = 10;

/** A policy pack that ended while it was asked something, with all that it wrote since it was given the stack. */
export class PackEnded extends PreviewError {
  constructor(
    private readonly what: string,
    private readonly output: string,
  ) {
    super(endWords(what, output));
  }

  /** The same with the output as it may be shown. Lines are chosen last: a secret of many lines is not cut before it is found. */
  with(show: (text: string) => string): PreviewError {
    return new PreviewError(endWords(show(this.what), show(this.output)));
  }
}

function endWords(what: string, output: string): string {
  const words = output.trim().split("\n").slice(-lastLines).join("\n");
  return `${what}${words === "" ? "" : `; its last words:\n${words}`}`;
}

/**
 * A mistake as it may be told. A policy pack gets secrets in clear, and what it throws or prints may quote them: they are taken
 * out, and so are the frames of packages. What is no mistake comes back as it is.
 */
export function tellable(error: unknown, redactor: Pick<FaultRedactor, "text">): unknown {
  if (!(error instanceof PreviewError)) return error;
  // Again behind `readable`: colours may stand within a secret.
  const show = (text: string): string => redactor.text(readable(redactor.text(text)));
  return error instanceof PackEnded ? error.with(show) : new PreviewError(show(error.message));
}
