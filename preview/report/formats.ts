import type { StackChange } from "../diff/change";
import type { StackFailure } from "../plan/failure";
import type { Judged } from "../plan/judged";
import type { Reading } from "../plan/reading";
import { pathInRepository } from "../project/repository";
import type { Previewed } from "./previewed";
import type { Text } from "./terminal";

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
      const { previewedText }: typeof import("./previewed-text") = require("./previewed-text");
      return previewedText(stacks, text, failures);
    },
    judged(judged, { text, reading }) {
      const { judgedReport }: typeof import("./verdicts") = require("./verdicts");
      const { readingText }: typeof import("./reading") = require("./reading");
      return [
        ...(judged.length > 0 ? [judgedReport(judged, text)] : []),
        ...(reading === undefined ? [] : [readingText(reading, text.width)]),
      ].join("\n\n");
    },
  },
  json: {
    previewed(stacks, { failures, base }) {
      const { jsonReport }: typeof import("./json") = require("./json");
      return jsonReport(stacks, failures, pathInRepository(base));
    },
    judged(judged, { reading }) {
      const { judgedJson }: typeof import("./judged-json") = require("./judged-json");
      return judgedJson(judged, reading);
    },
  },
  markdown: {
    previewed(stacks, { against, marker, failures, fromFile }) {
      const { commentReport }: typeof import("./comment") = require("./comment");
      return commentReport(changesOf(stacks), { against, marker, failures, fromFile });
    },
    judged(judged, { reading }) {
      const { judgedMarkdown }: typeof import("./judged-markdown") = require("./judged-markdown");
      const { readingMarkdown }: typeof import("./reading") = require("./reading");
      return [judgedMarkdown(judged), ...(reading === undefined ? [] : [readingMarkdown(reading)])].join("\n");
    },
  },
  sarif: ofVerdicts((judged, { base, reading, failures }) => {
    const { sarifReport }: typeof import("./sarif") = require("./sarif");
    return sarifReport(judged, base, { reading, failures });
  }),
  junit: ofVerdicts((judged, { reading, failures }) => {
    const { junitReport }: typeof import("./junit") = require("./junit");
    return junitReport(judged, { reading, failures });
  }),
  html: {
    previewed(stacks, { failures, fromFile }) {
      const { changesHtml }: typeof import("./html") = require("./html");
      return changesHtml(changesOf(stacks), failures, fromFile);
    },
    judged(judged, { reading }) {
      const { htmlReport }: typeof import("./policy-html") = require("./policy-html");
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
