import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isatty } from "node:tty";
import { PreviewError } from "../model/errors";
import { shownFile } from "../model/file-words";
import { printable } from "../model/visible";

/** The name that means standard output. */
export const standardOutput = "-";

/**
 * Writes a report: `-` and `/dev/stdout` are standard output, `/dev/fd/N` is an open descriptor. A regular file is written
 * whole or not at all; a device or a pipe is opened and written. Throws a `PreviewError` if that fails.
 */
export async function publish(text: string, out: string): Promise<void> {
  const descriptor = descriptorOf(out);
  if (descriptor === 1) return print(text);
  try {
    if (descriptor !== undefined) await writeAll(descriptor, text);
    else if (isSpecial(out)) await writeInto(out, text);
    else writeWhole(out, text);
  } catch (error) {
    throw cantWrite(out, error);
  }
}

/** Writes a file whole or not at all: first beside it, then renamed. A link's target is replaced, and its mode is kept. */
export function writeWhole(path: string, text: string): void {
  let folder: string | undefined;
  try {
    const target = targetOf(resolve(path));
    const old = statSync(target, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw new PreviewError(`can't write ${shownFile(path)}: it is a folder`);
    folder = mkdtempSync(join(dirname(target), ".isotopo-"));
    const draft = join(folder, "draft");
    writeFileSync(draft, text);
    if (old?.isFile()) chmodSync(draft, old.mode & 0o7777);
    renameSync(draft, target);
  } catch (error) {
    throw cantWrite(path, error);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints a text without colours: no control characters, and no commands to a CI job. */
export function printText(text: string): Promise<void> {
  return print(printable(text));
}

/**
 * Prints to standard output, and waits until it is read: a slow reader must get all of it. Throws a `PreviewError` if it
 * can't be written whole.
 */
export async function print(text: string): Promise<void> {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (!isStream(1)) {
    try {
      await writeAll(1, whole);
    } catch (error) {
      throw cantWrite("standard output", error);
    }
    return;
  }
  // The stream itself handles a reader that leaves (`guardStreams`); the rest of the run does not depend on it.
  await new Promise<void>((done) => {
    process.stdout.write(whole, () => done());
  });
}

/** Node.js writes to pipes and terminals until everything is taken; to files it writes once, even if that is cut short. */
function isStream(descriptor: number): boolean {
  const stats = fstatSync(descriptor);
  return stats.isFIFO() || stats.isSocket() || isatty(descriptor);
}

/** The descriptor that a path of this process names; undefined for other paths. */
function descriptorOf(out: string): number | undefined {
  if (out === standardOutput) return 1;
  const path = resolve(out);
  if (path === "/dev/stdout") return 1;
  if (path === "/dev/stderr") return 2;
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Whether a path exists and is neither a regular file nor a folder: a device, a pipe, or a link to one. */
function isSpecial(out: string): boolean {
  const stats: Stats | undefined = statSync(out, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

async function writeInto(path: string, text: string): Promise<void> {
  const descriptor = openSync(path, constants.O_WRONLY);
  try {
    await writeAll(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Milliseconds before another try if a reader is not ready. */
const pause = 10;

/** A single write may be partial if a disk or a pipe is nearly full. */
async function writeAll(descriptor: number, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      await delay(pause);
    }
  }
}

/** Most links that are followed, as Linux does (path_resolution(7)). */
const mostLinks = 40;

/** The file that a path resolves to through links, whether it exists or not. */
function targetOf(path: string): string {
  let target = path;
  for (let i = 0; i < mostLinks; i += 1) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target;
    target = resolve(realpathSync(dirname(target)), readlinkSync(target));
  }
  throw new PreviewError(`can't write ${path}: it is a link that leads to itself`);
}

function cantWrite(path: string, error: unknown): PreviewError {
  if (error instanceof PreviewError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const words =
    code === "ENOENT"
      ? `the folder ${dirname(resolve(path))} is not there`
      : error instanceof Error
        ? error.message.replace(/, \w+( '.*)?$/, "")
        : String(error);
  return new PreviewError(`can't write ${shownFile(path)}: ${words}`);
}
