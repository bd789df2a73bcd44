import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Format, ReportTerms } from "../formats/format";
import { type FormatName, formatNames, formats, isFormat } from "../formats/registry";
import { textOn } from "../formats/shared/terminal";
import { PreviewError } from "../model/errors";
import { publish, standardOutput } from "./write";

/** `--format` and `--out`, in the order in which they were given. */
export type ReportWord = { format: FormatName } | { out: string };

/** A report that the user asks for. */
export interface ReportPlace {
  format: FormatName;
  /** File, device or `-`. */
  out: string;
}

/** The options `--format` and `--out` of a command that can make several reports in one run. */
export function reportOptions(): [format: Option, out: Option] {
  // Each option replaces the other's list: only the common order shows which file belongs to which format.
  const words: ReportWord[] = [];
  const format = new Option("--format <format>", "how to say it; give it again for another report of the same run")
    .choices(formatNames)
    .argParser((name: string): ReportWord[] => {
      if (!isFormat(name)) throw new InvalidArgumentError(`Allowed choices are ${formatNames.join(", ")}.`);
      words.push({ format: name });
      return words;
    });
  const out = new Option(
    "--out <file>",
    "write the report of the --format before it there; - is standard output",
  ).argParser((file: string): ReportWord[] => {
    words.push({ out: file });
    return words;
  });
  return [format, out];
}

/**
 * Assigns files to formats: each `--out` belongs to the `--format` before it; a single pair may have either order. A report
 * without `--out` is printed. Throws a `PreviewError` with a line for each mistake.
 */
export function reportPlaces(words: readonly ReportWord[] = []): ReportPlace[] {
  const places: { format: FormatName; outs: string[] }[] = [];
  const leading: string[] = [];
  for (const word of words) {
    if ("format" in word) places.push({ format: word.format, outs: [] });
    else (places.at(-1)?.outs ?? leading).push(word.out);
  }
  if (places.length === 0) places.push({ format: "text", outs: [] });
  const [first] = places;
  if (places.length === 1) first?.outs.unshift(...leading.splice(0));
  const problems = [
    ...leading.map(
      (out) => `--out ${out} is before every --format; required: after the --format whose report it takes`,
    ),
    ...places.flatMap(({ format, outs }) =>
      outs.length > 1
        ? [`--format ${format} has several --out: ${outs.join(", ")}; required: one, so give --format again for each`]
        : [],
    ),
  ];
  const reports = places.map(({ format, outs: [out = standardOutput] }) => ({ format, out }));
  if (problems.length === 0) problems.push(...clashes(reports));
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return reports;
}

/** Two reports can't have the same file. */
function clashes(reports: readonly ReportPlace[]): string[] {
  const byPlace = new Map<string, string[]>();
  for (const { format, out } of reports) {
    const place = out === standardOutput ? out : resolve(out);
    byPlace.set(place, [...(byPlace.get(place) ?? []), format]);
  }
  return [...byPlace].flatMap(([place, names]) => {
    if (names.length === 1) return [];
    const where = place === standardOutput ? "are printed" : `are written to ${place}`;
    return [
      `the reports as ${names.join(", ")} ${where}; required: at most one, so give the others an --out of their own`,
    ];
  });
}

/** Options of all reports of a run, beside each one's format and file. */
export interface ReportOptions extends Omit<ReportTerms, "text"> {
  /** Shows every finding in text. */
  verbose?: boolean;
}

/**
 * Makes all reports, then writes them: if one can't be made, none is written. Files come before printed reports, so that a
 * reader who leaves early does not prevent a file.
 */
export async function makeReports(
  places: readonly ReportPlace[],
  { verbose, ...options }: ReportOptions,
  make: (format: Format, terms: ReportTerms) => string | Promise<string>,
): Promise<void> {
  const made: { out: string; text: string }[] = [];
  for (const { format, out } of places) {
    const text = textOn(surfaceOf(out), verbose === true ? Number.POSITIVE_INFINITY : undefined);
    made.push({ out, text: await make(formats[format], { ...options, text }) });
  }
  const isPrinted = ({ out }: { out: string }): boolean => out === standardOutput;
  const files = made.filter((report) => !isPrinted(report));
  for (const { out, text } of [...files, ...made.filter(isPrinted)]) await publish(text, out);
}

/** A file is not read on this terminal: its colours and width do not apply. */
function surfaceOf(out: string) {
  if (out !== standardOutput) return { isTerminal: false, env: {} };
  return { isTerminal: process.stdout.isTTY === true, columns: process.stdout.columns, env: process.env };
}
