import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a checkout, for a change to edit. Paths are from its top. */
export class Checkout {
  constructor(readonly dir: string) {}

  read(file: string): string {
    return readFileSync(join(this.dir, file), "utf8");
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.dir, file), text);
  }

  /** Puts one text in the place of another, wherever it is. Throws where it is nowhere: the change would do nothing. */
  replace(file: string, old: string, now: string): void {
    const text = this.read(file);
    if (!text.includes(old)) throw new Error(`${file} has no ${JSON.stringify(old)}`);
    this.write(file, text.replaceAll(old, now));
  }

  /** Writes a file that is like another, with some words in the place of others. */
  copy(from: string, to: string, words: Readonly<Record<string, string>>): void {
    const text = Object.entries(words).reduce((all, [old, now]) => all.replaceAll(old, now), this.read(from));
    this.write(to, text);
  }

  /** Adds lines at the end of a stack's file, within its config. */
  addConfig(stack: string, lines: readonly string[]): void {
    const file = `stacks/Pulumi.${stack}.yaml`;
    this.write(file, `${this.read(file).trimEnd()}\n${lines.map((line) => `  ${line}\n`).join("")}`);
  }
}
