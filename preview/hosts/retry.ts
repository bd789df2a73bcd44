import { setTimeout as delay } from "node:timers/promises";

/** Number of retries after an error that may pass. */
const retries = 3;

/**
 * Runs some work, and retries it after errors that may pass; the first wait is `base` milliseconds, each next one twice as
 * long.
 */
export async function persistently<T>(
  work: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  base = 1000,
): Promise<T> {
  for (let i = 0; ; i += 1) {
    try {
      return await work();
    } catch (error) {
      if (i >= retries || !mayPass(error)) throw error;
      await delay(base * 2 ** i);
    }
  }
}
