import assert from "node:assert/strict";
import { type ReportWord, reportPlaces } from "../../../preview/commands/report-options";
import { formatNames, isFormat } from "../../../preview/formats/registry";
import { mistakeOf } from "../programs";

/** The words of a command line, as its options collect them. */
function words(line: string): ReportWord[] {
  const parts = line === "" ? [] : line.split(" ");
  return parts.map((part): ReportWord => (isFormat(part) ? { format: part } : { out: part }));
}

describe("several reports of one run", () => {
  const right: [line: string, places: string][] = [
    ["", "text -"],
    ["a.txt", "text a.txt"],
    ["json", "json -"],
    ["json plan.json", "json plan.json"],
    ["plan.json json", "json plan.json"],
    ["json -", "json -"],
    ["sarif x.sarif text", "sarif x.sarif, text -"],
    ["text sarif x.sarif", "text -, sarif x.sarif"],
    ["json a json b", "json a, json b"],
    [
      formatNames.map((name) => `${name} report.${name}`).join(" "),
      formatNames.map((name) => `${name} report.${name}`).join(", "),
    ],
  ];
  for (const [line, places] of right) {
    it(`${line || "nothing"}: ${places}`, () => {
      assert.equal(
        reportPlaces(words(line))
          .map(({ format, out }) => `${format} ${out}`)
          .join(", "),
        places,
      );
    });
  }

  const wrong: [line: string, message: string][] = [
    [
      "json text",
      "the reports as json, text are printed; required: at most one, so give the others an --out of their own",
    ],
    [
      "json - text",
      "the reports as json, text are printed; required: at most one, so give the others an --out of their own",
    ],
    [
      "json /x/a text /x/b/../a",
      "the reports as json, text are written to /x/a; required: at most one, so give the others an --out of their own",
    ],
    ["json a b", "--format json has several --out: a, b; required: one, so give --format again for each"],
    ["a b", "--format text has several --out: a, b; required: one, so give --format again for each"],
    ["a json b", "--format json has several --out: a, b; required: one, so give --format again for each"],
    [
      "a json text b c",
      "--out a is before every --format; required: after the --format whose report it takes\n--format text has several --out: b, c; required: one, so give --format again for each",
    ],
  ];
  for (const [line, message] of wrong) {
    it(`${line} is refused`, async () => {
      assert.equal(await mistakeOf((async () => reportPlaces(words(line)))()), message);
    });
  }
});
