import type { Format } from "./format";

/**
 * All output formats, by name: `preview`, `preview --from` and `check` take their choices from here. A format is a file that
 * exports `format`, and a line here; it is loaded when it is used.
 */
export const formats = {
  text: lazy((): typeof import("./text/format") => require("./text/format")),
  json: lazy((): typeof import("./json/format") => require("./json/format")),
  markdown: lazy((): typeof import("./markdown/format") => require("./markdown/format")),
  sarif: lazy((): typeof import("./sarif/format") => require("./sarif/format")),
  junit: lazy((): typeof import("./junit/format") => require("./junit/format")),
  html: lazy((): typeof import("./html/format") => require("./html/format")),
};

export type FormatName = keyof typeof formats;

/** Names of all formats. */
export const formatNames = Object.keys(formats).filter(isFormat);

/** Whether a format of that name exists. */
export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

function lazy<Page extends string | Promise<string>>(load: () => { format: Format<Page> }): Format<Page> {
  return {
    previewed: (stacks, terms) => load().format.previewed(stacks, terms),
    judged: (judged, terms) => load().format.judged(judged, terms),
  };
}
