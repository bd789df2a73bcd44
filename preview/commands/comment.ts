import { commentReport, markerOf } from "../formats/markdown/comment";
import { commentsOf } from "../hosts/connect";
import { summaryLimit, writeJobSummary } from "../hosts/job-summary";
import { headProblems, type Place, type PlaceOptions, placeOf } from "../hosts/settings";
import { post } from "../hosts/settle";
import { PreviewError } from "../model/errors";
import { type ReadPreviews, readPreviews } from "../sources/document";
import { exitCodes } from "./exit-codes";
import { ownRules } from "./own-rules";
import { textOf } from "./read";
import { print, printText } from "./write";

/** Options of the command line. */
export interface CommentCommandOptions extends PlaceOptions {
  from?: string[];
  markdown?: string;
  marker?: string;
  reportUrl?: string;
  against?: string;
  dryRun?: boolean;
}

/** A comment that can be rendered to any limit. */
interface Source {
  marker: string;
  text(limit: number, run?: number, head?: string): string;
}

/** Posts a preview's comment to a pull or merge request, or updates the one of an earlier run. Returns the exit code. */
export async function commentCommand(options: CommentCommandOptions): Promise<number> {
  const source = sourceOf(options);
  if (options.dryRun === true) {
    const problems = headProblems(options.head);
    if (problems.length > 0) throw new PreviewError(problems.join("\n"));
    await print(source.text(gitHubLimit, undefined, options.head));
    return exitCodes.clean;
  }
  writeJobSummary(source.text(summaryLimit));
  const place = placeOf(options, process.env);
  const host = await commentsOf(place, process.env);
  const body = source.text(host.limit, place.run, place.head);
  const { outcome, url, folded } = await post(host, { body, marker: source.marker, run: place.run });
  await printText(`${words[outcome]}${folded > 0 ? `, ${folded} duplicates folded` : ""}: ${url || placeWords(place)}`);
  return exitCodes.clean;
}

const words = {
  created: "commented",
  updated: "the comment is updated",
  unchanged: "nothing changed",
  "left to a newer run": "a newer run has commented",
} as const;

/** A dry run shows the comment as GitHub would get it. */
const gitHubLimit = 65_536;

function placeWords({ repo, pr }: Place): string {
  return `${repo} ${pr}`;
}

function sourceOf({ from = [], markdown, marker, reportUrl, against }: CommentCommandOptions): Source {
  if ((from.length === 0) === (markdown === undefined)) {
    const found = markdown === undefined ? "there is neither --from nor --markdown" : "there are --from and --markdown";
    throw new PreviewError(`${found}; required: one of them`);
  }
  if (markdown !== undefined) return markdownSource(textOf(markdown), nameOf(markdown));
  const read = from.map((file) => previewsIn(textOf(file), nameOf(file)));
  const changes = read.flatMap(({ stacks }) => stacks.map(({ change }) => change));
  const failures = read.flatMap((one) => one.failures);
  if (reportUrl !== undefined && !/^https:\/\//.test(reportUrl)) {
    throw new PreviewError(
      `--report-url is ${JSON.stringify(reportUrl)}; required: an address that begins with https://`,
    );
  }
  return {
    marker: markerOf([...changes, ...failures], marker),
    text: (limit, run, head) =>
      commentReport(changes, {
        limit,
        at: run,
        marker,
        head,
        fullReport: reportUrl,
        against,
        failures,
        fromFile: true,
      }),
  };
}

function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

/**
 * Reads previews. Markdown is refused, whatever the file's name: a pull request's output is data, and its text would be
 * posted with the rights of the job that posts it.
 */
function previewsIn(text: string, file: string): ReadPreviews {
  if (!text.startsWith("<!--")) return readPreviews(text, file, ownRules());
  throw new PreviewError(
    `${file} is Markdown; required: JSON of \`isotopo preview\`, or --markdown for a comment that you have made`,
  );
}

/** A finished comment is posted unchanged: with `--markdown` the user vouches for its text. */
function markdownSource(text: string, from: string): Source {
  const [first = ""] = text.split("\n", 1);
  if (!/^<!-- isotopo:preview:[\w.-]+ -->$/.test(first.trim())) {
    throw new PreviewError(
      `${from} does not begin with the hidden line of a comment; required: Markdown of \`isotopo preview\``,
    );
  }
  return {
    marker: first.trim(),
    text: (limit, run) => {
      const body = run === undefined ? text : text.replace(first, `${first}\n<!-- isotopo:at:${run} -->`);
      if (Buffer.byteLength(body) > limit) {
        throw new PreviewError(
          `${from} is longer than the ${limit} characters of a comment; post the JSON of the preview`,
        );
      }
      return body.trimEnd();
    },
  };
}
