import type { Format } from "../format";
import { readingMarkdown } from "../shared/reading";
import { commentReport } from "./comment";
import { judgedMarkdown } from "./verdicts";

/** The comment of a pull request. */
export const format: Format<string> = {
  previewed: (stacks, { against, marker, failures, fromFile }) =>
    commentReport(
      stacks.map(({ change }) => change),
      { against, marker, failures, fromFile },
    ),
  judged: (judged, { reading }) =>
    [judgedMarkdown(judged), ...(reading === undefined ? [] : [readingMarkdown(reading)])].join("\n"),
};
