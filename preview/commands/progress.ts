import { visible } from "../model/visible";

/** A progress line on the terminal; nothing if there is no terminal. */
export class Progress {
  private done = 0;
  private shown = 0;
  private readonly shows = process.stderr.isTTY === true;

  constructor(private readonly stacks: number) {}

  /** Sets the number of a stack's resources so far. */
  show(stack: string, resources?: number): void {
    const now = Date.now();
    if (!this.shows || now - this.shown < 100) return;
    this.shown = now;
    const position = this.stacks === 1 ? "" : ` (${this.done + 1} of ${this.stacks})`;
    const count = resources === undefined ? "" : `: ${resources} resources`;
    process.stderr.write(`\r\u001b[KPreviewing ${visible(stack)}${position}${count}`);
  }

  finished(): void {
    this.done += 1;
  }

  /** Clears the line. */
  clear(): void {
    if (this.shows) process.stderr.write("\r\u001b[K");
  }
}
