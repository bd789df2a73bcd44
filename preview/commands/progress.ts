import { visible } from "../visible";

/** One line on the terminal that says how far it is; nothing where there is no terminal. */
export class Progress {
  private done = 0;
  private shown = 0;
  private readonly shows = process.stderr.isTTY === true;

  constructor(private readonly stacks: number) {}

  /** A stack has so many resources by now. */
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

  /** Takes the line away. */
  clear(): void {
    if (this.shows) process.stderr.write("\r\u001b[K");
  }
}
