import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What the fake says: by the first words of a command, what it prints and how it ends, one after the other. */
export type Script = Readonly<Record<string, readonly { prints?: unknown; code?: number }[]>>;

/** A `pulumi` on the path that writes down how it is called, and answers by a script. */
export class FakePulumi {
  private readonly folder: string;

  constructor(folder: string, script: Script) {
    this.folder = join(folder, "bin");
    mkdirSync(this.folder);
    writeFileSync(join(this.folder, "script.json"), JSON.stringify(script));
    writeFileSync(join(this.folder, "pulumi"), `#!${process.execPath}\n${source}`);
    chmodSync(join(this.folder, "pulumi"), 0o755);
  }

  /** The path that finds it. */
  get path(): string {
    return `${this.folder}${delimiter}${process.env.PATH}`;
  }

  /** How it was called, a line for each. */
  get calls(): string[] {
    const log = join(this.folder, "calls");
    return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
  }
}

const source = `
const { appendFileSync, readFileSync, writeFileSync } = require("node:fs");
const file = __dirname + "/script.json";
const script = JSON.parse(readFileSync(file, "utf8"));
const called = process.argv.slice(2).join(" ");
appendFileSync(__dirname + "/calls", called + "\\n");
const key = Object.keys(script).find((words) => called.startsWith(words));
if (key !== undefined) {
  const { prints, code = 0 } = script[key].length > 1 ? script[key].shift() : script[key][0];
  writeFileSync(file, JSON.stringify(script));
  if (prints !== undefined) console.log(JSON.stringify(prints));
  process.exitCode = code;
}
`;
