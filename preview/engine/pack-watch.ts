import { PreviewError } from "../model/errors";
import type { Child } from "./child";
import { PackEnded } from "./pack-fault";

/** Seconds that a pack may be silent while it is asked, unless `ISOTOPO_PACK_TIMEOUT` sets another limit. */
const patience = 120;

/**
 * Waits for the answers of a pack, within limits: if the pack ends, the error has its exit code and its last lines; if it is
 * silent for too long, it is ended. The time counts from its last answer, since a pack judges one resource after the other.
 */
export class PackWatch {
  private readonly waiting = new Map<(error: PreviewError) => void, string>();
  private lastAnswer = performance.now();
  private timer: NodeJS.Timeout | undefined;
  /** Length of the output about earlier stacks, whose secrets are no longer known. */
  private past = 0;
  /** The pack's name in messages. */
  name: string;

  constructor(
    private readonly child: Pick<Child, "exit" | "output">,
    folder: string,
    private readonly end: () => void,
    /** In seconds; 0 is for ever. */
    private readonly limit: number,
  ) {
    this.name = folder;
    void child.exit.then((exit) => this.fail((activity) => this.ended(exit, activity)));
  }

  /** The answer to a request; `activity` describes it in the error. Rejects with a `PreviewError` if no answer comes. */
  async answer<T>(activity: string, answering: Promise<T>): Promise<T> {
    if (this.waiting.size === 0) this.lastAnswer = performance.now();
    let refuse: (error: PreviewError) => void = () => {};
    const none = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    this.waiting.set(refuse, activity);
    this.watch();
    try {
      return await Promise.race([answering, none]);
    } finally {
      this.waiting.delete(refuse);
      this.lastAnswer = performance.now();
      if (this.waiting.size === 0) clearTimeout(this.timer);
    }
  }

  /** From now on the output is about another stack. */
  begin(): void {
    this.past = this.child.output().length;
  }

  private watch(): void {
    if (this.limit === 0) return;
    clearTimeout(this.timer);
    const left = this.lastAnswer + this.limit * 1000 - performance.now();
    // An answer that is there already, behind other work of this process, comes first.
    this.timer = setTimeout(() => setImmediate(() => setImmediate(() => this.judge())), Math.max(left, 0));
  }

  private judge(): void {
    if (this.waiting.size === 0) return;
    if (performance.now() - this.lastAnswer < this.limit * 1000) this.watch();
    else {
      this.fail((activity) => new PreviewError(this.silent(activity)));
      this.end();
    }
  }

  /** The pack is busy with the oldest request. */
  private fail(errorOf: (activity: string) => PreviewError): void {
    const [first = ""] = this.waiting.values();
    const error = errorOf(first);
    for (const refuse of [...this.waiting.keys()]) refuse(error);
  }

  private silent(activity: string): string {
    return (
      `the policy pack ${this.name} gave no answer for ${this.limit} s while it ${activity}, and was ended: a rule of it may run for ever. ` +
      "A longer time is set by ISOTOPO_PACK_TIMEOUT (seconds, 0 for no limit)"
    );
  }

  private ended(exit: number | NodeJS.Signals, activity: string): PackEnded {
    const how = typeof exit === "number" ? `ended itself with code ${exit}` : `was ended by ${exit}`;
    const output = this.child.output();
    // Its first line is the port.
    const words = this.past === 0 ? output.replace(/^\d+\r?\n/, "") : output.slice(this.past);
    return new PackEnded(`the policy pack ${this.name} ${how} while it ${activity}`, words);
  }
}

/** The limit that the environment sets, or the usual one. Throws a `PreviewError` where it is no number. */
export function packLimit(): number {
  const text = process.env.ISOTOPO_PACK_TIMEOUT;
  if (text === undefined || text === "") return patience;
  if (!/^\d+(?:\.\d+)?$/.test(text)) {
    throw new PreviewError(`ISOTOPO_PACK_TIMEOUT is ${JSON.stringify(text)}; allowed: seconds, or 0 for no limit`);
  }
  return Number(text);
}
