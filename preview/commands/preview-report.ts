import type { StackChange } from "../diff/change";
import { changesText } from "../report/changes-text";
import { commentReport } from "../report/comment";
import { type Compared, jsonReport } from "../report/json";
import { junitReport } from "../report/junit";
import { sarifReport } from "../report/sarif";
import { textReport } from "../report/text";
import type { PreviewCommandOptions } from "./preview";

/** A run in the format that was asked for. */
export async function previewReport(
  compared: readonly Compared[],
  { format, out, against, marker }: PreviewCommandOptions,
): Promise<string> {
  const plans = compared.map(({ plan }) => plan);
  const changes = compared.map(({ change }): StackChange => change);
  const colour = out === undefined && process.stdout.isTTY === true;
  switch (format) {
    case "json":
      return jsonReport(compared);
    case "markdown":
      return commentReport(changes, { against, marker });
    case "sarif":
      return sarifReport(plans);
    case "junit":
      return junitReport(plans);
    case "html": {
      // Loaded when it is asked for: it brings the style and the picture of a page.
      const { changesHtml }: typeof import("../report/html") = require("../report/html");
      return changesHtml(changes);
    }
    default:
      return against === undefined ? textReport(plans, { colour }) : changesText(changes, { colour });
  }
}
