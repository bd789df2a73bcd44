import type { Format } from "../format";
import { readingMarkdown } from "../shared/reading";
import { commentReport } from "./comment";
import { judgedMarkdown } from "./verdicts";

/** The comment of a pull request. */
export const format: Format<string> = {
  previewed: (stacks, { against, marker, words, failures, fromFile }) =>
    commentReport(
      stacks.map(({ change }) => change),
      { against, marker, words, failures, fromFile },
    ),
  judged: (judged, { reading }) =>
    [judgedMarkdown(judged), ...(reading === undefined ? [] : [readingMarkdown(reading)])].join("\n"),
};
