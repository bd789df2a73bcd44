import type { Format } from "../format";
import { readingText } from "../shared/reading";
import { previewedText } from "./previewed";
import { judgedReport } from "./verdicts";

/** For a terminal. */
export const format: Format<string> = {
  previewed: (stacks, { text, failures }) => previewedText(stacks, text, failures),
  judged: (judged, { text, reading }) =>
    [
      ...(judged.length > 0 ? [judgedReport(judged, text)] : []),
      ...(reading === undefined ? [] : [readingText(reading, text.width)]),
    ].join("\n\n"),
};
