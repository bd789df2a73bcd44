/** A remark on a file: why it was not read, or a hint for the reader. */
export interface FileRemark {
  /** The file, as it was found; `standard input` if it was piped. */
  file: string;
  /** Line in it; the first is 1. */
  line?: number;
  words: string;
}

/** How files were read, for a report on them. */
export interface Reading {
  /** Number of files that were found. */
  files: number;
  /** Number of files that `--exclude` left out. */
  excluded: number;
  /** Patterns of `--exclude` without a match. */
  idle: readonly string[];
  /** Files, or documents in them, that could not be read. No rule has judged them. */
  problems: readonly FileRemark[];
  /** Files that were read but have a questionable part. */
  warnings: readonly FileRemark[];
  /** Files in folders, or documents in them, that have nothing to judge. */
  skipped: readonly FileRemark[];
}

/** A remark in one line. */
export function remarkLine({ file, line, words }: FileRemark): string {
  return `${file}${line === undefined ? "" : `:${line}`} ${words}`;
}
