/** Something to say of a file: why it was not read, or what the reader should know of it. */
export interface FileRemark {
  /** The file, as it was found; `standard input` where it was piped. */
  file: string;
  /** Line in it; the first is 1. */
  line?: number;
  words: string;
}

/** How reading went, for a report on what files hold. */
export interface Reading {
  /** How many files were looked at. */
  files: number;
  /** How many files `--exclude` left out. */
  excluded: number;
  /** Patterns of `--exclude` that left out none. */
  idle: readonly string[];
  /** What was not read though it was to be: files, or documents in them. No rule has judged that. */
  problems: readonly FileRemark[];
  /** What was read, and is better written otherwise. */
  warnings: readonly FileRemark[];
  /** Files in folders, or documents in them, that are nothing to judge. */
  skipped: readonly FileRemark[];
}

/** A remark in one line. */
export function remarkLine({ file, line, words }: FileRemark): string {
  return `${file}${line === undefined ? "" : `:${line}`} ${words}`;
}
