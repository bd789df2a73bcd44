import type { Format } from "../format";
import { changesHtml } from ".";
import { htmlReport } from "./policy-page";

/** A page for a browser, whole in one file. */
export const format: Format<Promise<string>> = {
  previewed: (stacks, { failures, fromFile }) =>
    changesHtml(
      stacks.map(({ change }) => change),
      failures,
      fromFile,
    ),
  judged: (judged, { reading }) => htmlReport(judged, reading),
};
