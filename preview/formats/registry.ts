import type { StackChange } from "../model/change";
import type { StackFailure } from "../model/failure";
import type { Judged } from "../model/judged";
import type { Reading } from "../model/reading";
import { pathInRepository } from "../project/repository";
import type { Previewed } from "./shared/previewed";
import type { Text } from "./shared/terminal";

/** Options of a report, beside its content. */
export interface ReportTerms {
  /** Colours and width of text. */
  text: Text;
  /** The base that was asked for, for the command in a comment. */
  against?: string;
  /** ID of the comment to update. */
  marker?: string;
  /** Stacks that could not be previewed: the report is incomplete. */
  failures?: readonly StackFailure[];
  /** Whether everything was read from files that the previewed code may have written; also if the files are empty. */
  fromFile?: boolean;
  /** How files were read, if files were judged. */
  reading?: Reading;
  /** The folder that paths of files are relative to. */
  base: string;
}

/** An output format of reports. */
export interface Format {
  /** The changes of an update, with the verdicts on them. */
  previewed(stacks: readonly Previewed[], terms: ReportTerms): string | Promise<string>;
  /** The verdicts on files. */
  judged(judged: readonly Judged[], terms: ReportTerms): string;
}

/**
 * All output formats, by name: `preview`, `preview --from` and `check` take their choices from here. Each loads its modules
 * when it is used.
 */
export const formats = {
  text: {
    previewed(stacks, { text, failures }) {
      const { previewedText }: typeof import("./text/previewed") = require("./text/previewed");
      return previewedText(stacks, text, failures);
    },
    judged(judged, { text, reading }) {
      const { judgedReport }: typeof import("./text/verdicts") = require("./text/verdicts");
      const { readingText }: typeof import("./shared/reading") = require("./shared/reading");
      return [
        ...(judged.length > 0 ? [judgedReport(judged, text)] : []),
        ...(reading === undefined ? [] : [readingText(reading, text.width)]),
      ].join("\n\n");
    },
  },
  json: {
    previewed(stacks, { failures, base }) {
      const { jsonReport }: typeof import("./json/changes") = require("./json/changes");
      return jsonReport(stacks, failures, pathInRepository(base));
    },
    judged(judged, { reading }) {
      const { judgedJson }: typeof import("./json/verdicts") = require("./json/verdicts");
      return judgedJson(judged, reading);
    },
  },
  markdown: {
    previewed(stacks, { against, marker, failures, fromFile }) {
      const { commentReport }: typeof import("./markdown/comment") = require("./markdown/comment");
      return commentReport(changesOf(stacks), { against, marker, failures, fromFile });
    },
    judged(judged, { reading }) {
      const { judgedMarkdown }: typeof import("./markdown/verdicts") = require("./markdown/verdicts");
      const { readingMarkdown }: typeof import("./shared/reading") = require("./shared/reading");
      return [judgedMarkdown(judged), ...(reading === undefined ? [] : [readingMarkdown(reading)])].join("\n");
    },
  },
  sarif: ofVerdicts((judged, { base, reading, failures }) => {
    const { sarifReport }: typeof import("./sarif/report") = require("./sarif/report");
    return sarifReport(judged, base, { reading, failures });
  }),
  junit: ofVerdicts((judged, { reading, failures }) => {
    const { junitReport }: typeof import("./junit/report") = require("./junit/report");
    return junitReport(judged, { reading, failures });
  }),
  html: {
    previewed(stacks, { failures, fromFile }) {
      const { changesHtml }: typeof import("./html") = require("./html");
      return changesHtml(changesOf(stacks), failures, fromFile);
    },
    judged(judged, { reading }) {
      const { htmlReport }: typeof import("./html/policy-page") = require("./html/policy-page");
      return htmlReport(judged, reading);
    },
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** A format for verdicts alone: of a preview it shows the verdicts. */
function ofVerdicts(report: (judged: readonly Judged[], terms: ReportTerms) => string): Format {
  return { previewed: (stacks, terms) => report(stacks.map(judgedOf), terms), judged: report };
}

function judgedOf({ change, plan, base }: Previewed): Judged {
  if (plan !== undefined) return { ...plan, base };
  const { stack, changes, policy } = change;
  return { stack, base, resources: changes.filter(({ action }) => action !== "delete"), policy };
}

function changesOf(stacks: readonly Previewed[]): StackChange[] {
  return stacks.map(({ change }) => change);
}

/** Names of all formats. */
export const formatNames = Object.keys(formats).filter(isFormat);

/** Whether a format of that name exists. */
export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
