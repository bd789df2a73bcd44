import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * What a test has a cloud do wrong. `fail`: the call is refused, and nothing is done. `hang`: it is never answered, unless the
 * provider ends it when a person interrupts.
 * `lose`: it is done, and its answer is an error, as where a connection breaks.
 */
const faults = z.array(
  z.strictObject({
    call: z.enum(["create", "update", "delete", "read"]),
    /** A text in the URN. */
    urn: z.string(),
    what: z.enum(["fail", "hang", "lose"]),
  }),
);

export type Fault = z.infer<typeof faults>[number];

/** The file of an account's folder that has its faults; a test writes and deletes it between two commands. */
export const faultsFile = (folder: string): string => join(folder, "faults.json");

/** A file of an account's folder that is there once a call hangs. */
const hangingFile = (folder: string): string => join(folder, "hanging");

/** Says that a call hangs, and whether one does. */
export const tellHanging = (folder: string, urn: string): void => writeFileSync(hangingFile(folder), urn);
export const isHanging = (folder: string): boolean => existsSync(hangingFile(folder));

/** The fault of a call, if a test asked for one. */
export function faultOf(folder: string, call: Fault["call"], urn: string): Fault["what"] | undefined {
  const file = faultsFile(folder);
  if (!existsSync(file)) return undefined;
  const all = faults.parse(JSON.parse(readFileSync(file, "utf8")));
  return all.find((fault) => fault.call === call && urn.includes(fault.urn))?.what;
}
