import { appendFileSync, closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { WireObject } from "../../../preview/model/wire";

/** Something that an account of a cloud holds. */
export interface Thing {
  /** What tells it apart for ever: two with one id, the old and the new of a replacement, differ in it. */
  made: string;
  type: string;
  id: string;
  urn: string;
  region: string;
  /** Without marks of secrets. */
  inputs: WireObject;
  outputs: WireObject;
  /** As the engine sent them and was told them, with marks. */
  marked: { inputs: WireObject; outputs: WireObject };
}

/** What was done to an account, in the order of its file. */
export type Entry =
  | { done: "create" | "update" | "delete"; thing: Thing }
  | {
      done: "refuse";
      what: "create" | "update" | "delete";
      urn: string;
      type: string;
      behaviour: string;
      message: string;
    };

/**
 * An account of a cloud: a file to which each call adds a line. Several plugins write to it at once (Pulumi starts one for each
 * provider of a program), so that each reads what the others wrote before it answers.
 */
export class Account {
  readonly entries: Entry[] = [];
  private readonly held = new Map<string, Thing>();
  private readonly gone: Thing[] = [];
  private read = 0;

  constructor(private readonly file: string) {}

  static of(folder: string, cloud: string): Account {
    return new Account(join(folder, `${cloud}.jsonl`));
  }

  /** What it holds now. */
  things(): Thing[] {
    this.catchUp();
    return [...this.held.values()];
  }

  /** What it held once, the newest last. */
  deleted(): readonly Thing[] {
    this.catchUp();
    return this.gone;
  }

  /** What it refused. */
  refusals(): Extract<Entry, { done: "refuse" }>[] {
    this.catchUp();
    return this.entries.filter((entry) => entry.done === "refuse");
  }

  /** How often a resource of that URN was made. */
  timesMade(urn: string): number {
    this.catchUp();
    return this.entries.filter((entry) => entry.done === "create" && entry.thing.urn === urn).length;
  }

  find(made: string): Thing | undefined {
    this.catchUp();
    return this.held.get(made);
  }

  /** Of two with one id, the newer. */
  byId(type: string, id: string): Thing | undefined {
    return this.things().findLast((thing) => thing.type === type && thing.id === id);
  }

  add(entry: Entry): void {
    this.catchUp();
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
    this.catchUp();
  }

  private catchUp(): void {
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    if (size === this.read) return;
    const bytes = Buffer.alloc(size - this.read);
    const file = openSync(this.file, "r");
    readSync(file, bytes, 0, bytes.length, this.read);
    closeSync(file);
    // A line of another plugin may be half-written: it is read when it is whole.
    const end = bytes.lastIndexOf(0x0a) + 1;
    const lines = bytes.subarray(0, end).toString("utf8").split("\n");
    this.read += end;
    for (const line of lines) if (line !== "") this.take(JSON.parse(line) as Entry);
  }

  private take(entry: Entry): void {
    this.entries.push(entry);
    if (entry.done === "refuse") return;
    const { thing } = entry;
    if (entry.done === "delete") {
      this.held.delete(thing.made);
      this.gone.push(thing);
    } else this.held.set(thing.made, thing);
  }
}
