/** The error of a file access, without the file's name: our words for known codes, else the system's. */
export function fileWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // After the comma the system names its call and the path, which the message has already.
  return words[code] ?? error.message.replace(/, \w+( '.*)?$/s, "");
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
  EACCES: "it may not be read",
  ELOOP: "it is a link that leads to itself",
};

/** A file's name in messages; a file with an empty name stays visible. */
export function shownFile(file: string): string {
  return file === "-" ? "standard input" : file === "" ? '""' : file;
}
