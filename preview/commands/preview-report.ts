import type { StackChange } from "../diff/change";
import { changesText } from "../report/changes-text";
import { type Compared, jsonReport } from "../report/json";
import { junitReport } from "../report/junit";
import { sarifReport } from "../report/sarif";
import { textReport } from "../report/text";
import type { PreviewCommandOptions } from "./preview-options";

/** A run in the format that was asked for. */
export async function previewReport(compared: readonly Compared[], options: PreviewCommandOptions): Promise<string> {
  const plans = compared.map(({ plan }) => plan);
  switch (options.format) {
    case "json":
      return jsonReport(compared);
    case "sarif":
      return sarifReport(plans);
    case "junit":
      return junitReport(plans);
    case "text":
      if (options.against === undefined) return textReport(plans, { colour: isColoured(options) });
  }
  return changesReport(
    compared.map(({ change }) => change),
    options,
  );
}

/** What changes, in the format that was asked for: text, Markdown or HTML. */
export async function changesReport(changes: readonly StackChange[], options: PreviewCommandOptions): Promise<string> {
  const { format, against, marker } = options;
  if (format === "text") return changesText(changes, { colour: isColoured(options) });
  // Loaded when they are asked for: they bring many files, and the style and the picture of a page.
  if (format === "markdown") {
    const { commentReport }: typeof import("../report/comment") = require("../report/comment");
    return commentReport(changes, { against, marker });
  }
  const { changesHtml }: typeof import("../report/html") = require("../report/html");
  return changesHtml(changes);
}

function isColoured({ out }: PreviewCommandOptions): boolean {
  return out === undefined && process.stdout.isTTY === true;
}
