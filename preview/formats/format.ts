import type { StackFailure } from "../model/failure";
import type { Judged } from "../model/judged";
import type { Reading } from "../model/reading";
import type { Previewed } from "./shared/previewed";
import type { Text } from "./shared/terminal";

/** Options of a report, beside its content. */
export interface ReportTerms {
  /** Colours and width of text. */
  text: Text;
  /** The base that was asked for, for the command in a comment. */
  against?: string;
  /** Further words of the command that was run, for the command in a comment. */
  words?: readonly string[];
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
export interface Format<Page extends string | Promise<string> = string | Promise<string>> {
  /** The changes of an update, with the verdicts on them. */
  previewed(stacks: readonly Previewed[], terms: ReportTerms): Page;
  /** The verdicts on files. */
  judged(judged: readonly Judged[], terms: ReportTerms): string;
}

/** A format for verdicts alone: of a preview it shows the verdicts. */
export function ofVerdicts(report: (judged: readonly Judged[], terms: ReportTerms) => string): Format<string> {
  return { previewed: (stacks, terms) => report(stacks.map(judgedOf), terms), judged: report };
}

function judgedOf({ change, plan, base }: Previewed): Judged {
  if (plan !== undefined) return { ...plan, base };
  const { stack, changes, policy } = change;
  return { stack, base, resources: changes.filter(({ action }) => action !== "delete"), policy };
}
