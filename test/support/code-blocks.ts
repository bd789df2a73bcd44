/** A block of a page that is a file. */
export interface FileBlock {
  /** Path in the project, from the comment at the head of the block. */
  path: string;
  content: string;
}

/** The blocks of a Markdown page whose first line is a comment with a path. */
export function fileBlocks(page: string): FileBlock[] {
  return [...page.matchAll(/^```(?:ts|yaml)\n((?:\/\/|#) (\S+\/\S+)\n[\s\S]*?)^```$/gm)].flatMap(([, content, path]) =>
    content === undefined || path === undefined ? [] : [{ path, content }],
  );
}

/** The command lines of a Markdown page; those of `sh account` blocks need an account, and are left out. */
export function commandLines(page: string): string[] {
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, content = ""]) => content.split("\n"))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
}
