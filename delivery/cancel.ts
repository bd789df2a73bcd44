import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM"] as const;
type EndingSignal = (typeof signals)[number];

/** What is said of a cancelled job: at once, as a runner may kill this process before the work has ended, and when it has. */
export interface Cancelled {
  begins: string;
  ends: string;
}

/** Tells people. It must not throw. */
export type Tell = (text: string) => Promise<void>;

/**
 * Does work that must not be left half-way when the job is cancelled. SIGINT and SIGTERM abort the signal that the work gets; when
 * the work has ended, this process ends too, with the code that a shell gives for a signal (128 and its number). The same signal
 * again ends it at once, and what it runs.
 */
export async function toItsEnd<T>(
  { begins, ends }: Cancelled,
  tell: Tell,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const cancelling = new AbortController();
  const got: { signal?: EndingSignal; told?: Promise<void> } = {};
  const cancel = (signal: EndingSignal) => {
    if (got.signal === signal) {
      forget();
      process.kill(process.pid, signal);
      return;
    }
    got.signal ??= signal;
    got.told ??= tell(begins);
    // A terminal tells all that it runs by itself; told twice, Pulumi stops in the middle.
    if (signal !== "SIGINT" || !process.stdin.isTTY) cancelling.abort();
  };
  const forget = () => {
    for (const signal of signals) process.off(signal, cancel);
  };
  // Not once: the API ends its command at once where nothing else listens.
  for (const signal of signals) process.on(signal, cancel);
  try {
    return await work(cancelling.signal);
  } finally {
    if (got.signal !== undefined) {
      await got.told;
      await tell(ends);
      process.exit(128 + constants.signals[got.signal]);
    }
    forget();
  }
}
