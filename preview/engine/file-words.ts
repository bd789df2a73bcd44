/** What went wrong with a file, without its name: in words where they are known, else in the system's own. */
export function fileWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // Behind the comma the system names its call, and the path that is told already.
  return words[code] ?? error.message.replace(/, \w+( '.*)?$/s, "");
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
  EACCES: "it may not be read",
  ELOOP: "it is a link that leads to itself",
};

/** A file as messages name it: one without a name is seen too. */
export function shownFile(file: string): string {
  return file === "-" ? "standard input" : file === "" ? '""' : file;
}
