import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM"] as const;
type EndingSignal = (typeof signals)[number];

/**
 * Does work that must not be left half-way when the job is cancelled. SIGINT and SIGTERM abort the signal that the work gets; when
 * the work has ended, this process ends too, with the code that a shell gives for a signal (128 and its number). The same signal
 * again ends it at once, and what it runs.
 */
export async function toItsEnd<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const cancelling = new AbortController();
  const got: { signal?: EndingSignal } = {};
  const cancel = (signal: EndingSignal) => {
    if (got.signal === signal) {
      forget();
      process.kill(process.pid, signal);
      return;
    }
    got.signal ??= signal;
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
    forget();
    if (got.signal !== undefined) process.exit(128 + constants.signals[got.signal]);
  }
}
