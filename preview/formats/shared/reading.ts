import type { Builder } from "junit-report-builder";
import type { Notification } from "sarif";
import { type FileRemark, type Reading, remarkLine } from "../../model/reading";
import { withoutCommands } from "../../model/visible";
import { escapedHtml } from "../html/text";
import { code, prose } from "../markdown/comment/escape";
import { legibleReading } from "./legible";
import { physicalLocation, standardInput } from "./place";
import { messageText } from "./sarif-text";
import { wrapped } from "./wrap";

/** Remarks of one kind, under a title; none is left out. */
interface Group {
  title: string;
  remarks: readonly FileRemark[];
}

function groupsOf({ problems, warnings, skipped }: Reading): Group[] {
  return [
    { title: "Not read, so no rule has judged it", remarks: problems },
    { title: "Read with a warning", remarks: warnings },
    { title: "Nothing to judge", remarks: skipped },
  ].filter(({ remarks }) => remarks.length > 0);
}

function sumOf({ files, excluded, idle }: Reading): string {
  return [
    `${counted(files, "file")} read`,
    ...(excluded === 0 ? [] : [`${counted(excluded, "file")} left out by --exclude`]),
    ...idle.map((pattern) => `--exclude ${pattern} left out none`),
  ].join("; ");
}

/** How files were read, for a terminal. */
export function readingText(reading: Reading, width: number): string {
  const shown = legibleReading(reading);
  const lines = groupsOf(shown).flatMap(({ title, remarks }) => [
    `${title}:`,
    ...remarks.flatMap((remark) => wrapped(remarkLine(remark), width, 2)),
  ]);
  return withoutCommands([...lines, sumOf(shown)].join("\n"));
}

/** How files were read, for a pull request. Text of others has no mark-up. */
export function readingMarkdown(reading: Reading): string {
  const sections = groupsOf(reading).map(({ title, remarks }) =>
    [`### ${title}`, "", ...remarks.map((remark) => `- ${code(placeOf(remark))} ${prose(remark.words)}`), ""].join(
      "\n",
    ),
  );
  return [...sections, `${prose(sumOf(reading))}.\n`].join("\n");
}

/** How files were read, for a page. */
export function readingHtml(reading: Reading): string {
  const lists = groupsOf(reading).map(({ title, remarks }) => {
    const items = remarks.map(
      (remark) => `<li><code>${escapedHtml(placeOf(remark))}</code> ${escapedHtml(remark.words)}</li>`,
    );
    return `<h2>${escapedHtml(title)}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  return `<section>\n${[...lists, `<p>${escapedHtml(sumOf(reading))}</p>`].join("\n")}\n</section>`;
}

/** How files were read, as notifications of a tool (SARIF 2.1.0, 3.58): a file that was not read is an error. */
export function readingNotifications(reading: Reading, base: string): Notification[] {
  const { problems, warnings } = legibleReading(reading);
  const notification = (level: Notification["level"]) => (remark: FileRemark) => ({
    level,
    message: { text: messageText(remarkLine(remark)) },
    locations: remark.file === standardInput ? [] : [{ physicalLocation: physicalLocation(remark, base) }],
  });
  return [...problems.map(notification("error")), ...warnings.map(notification("warning"))];
}

/** How files were read, as a suite of its own: a file that was not read is an error. */
export function addReading(report: Builder, reading: Reading): void {
  const { problems, warnings } = legibleReading(reading);
  if (problems.length + warnings.length === 0) return;
  const suite = report.testSuite().name("files");
  for (const remark of problems)
    suite.testCase().className("files").name(placeOf(remark)).error(remark.words, "not read");
  for (const remark of warnings) {
    suite.testCase().className("files").name(placeOf(remark)).standardOutput(`warning: ${remark.words}`);
  }
}

function placeOf({ file, line }: FileRemark): string {
  return `${file}${line === undefined ? "" : `:${line}`}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
