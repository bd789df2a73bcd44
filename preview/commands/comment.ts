import type { StackChange } from "../diff/change";
import { readStackChanges } from "../diff/document";
import { PreviewError } from "../engine/errors";
import { exitCodes } from "../exit-codes";
import { gitHub } from "../post/github";
import { gitLab } from "../post/gitlab";
import { summaryLimit, writeJobSummary } from "../post/job-summary";
import { type Place, type PlaceOptions, placeOf } from "../post/settings";
import { post } from "../post/settle";
import { commentReport, markerOf } from "../report/comment";
import { textOf } from "./read";
import { print } from "./write";

/** Options of the command line. */
export interface CommentCommandOptions extends PlaceOptions {
  from: string[];
  marker?: string;
  reportUrl?: string;
  against?: string;
  dryRun?: boolean;
}

/** A comment that can be made as long as there is room. */
interface Source {
  marker: string;
  text(limit: number, run: number | undefined): string;
}

/** Posts what a preview says to a pull or merge request, or updates what an earlier run has posted. Returns the exit code. */
export async function commentCommand(options: CommentCommandOptions): Promise<number> {
  const source = sourceOf(options);
  if (options.dryRun === true) {
    await print(source.text(gitHubLimit, undefined));
    return exitCodes.clean;
  }
  writeJobSummary(source.text(summaryLimit, undefined));
  const place = placeOf(options, process.env);
  const host = place.host === "github" ? await gitHub(place) : await gitLab(place);
  const body = source.text(host.limit, place.run);
  const { outcome, url, folded } = await post(host, { body, marker: source.marker, run: place.run });
  await print(`${words[outcome]}${folded > 0 ? `, ${folded} duplicates folded` : ""}: ${url || placeWords(place)}`);
  return exitCodes.clean;
}

const words = {
  created: "commented",
  updated: "the comment is updated",
  unchanged: "nothing changed",
  "left to a newer run": "a newer run has commented",
} as const;

/** What a dry run shows: the comment as GitHub would get it. */
const gitHubLimit = 65_536;

function placeWords({ repo, pr }: Place): string {
  return `${repo} ${pr}`;
}

function sourceOf({ from, marker, reportUrl, against }: CommentCommandOptions): Source {
  const files = from.map((file) => ({ file: file === "-" ? "standard input" : file, text: textOf(file) }));
  const ready = files.find(({ file, text }) => /\.md$/i.test(file) || text.startsWith("<!-- isotopo:preview:"));
  if (ready !== undefined) {
    if (files.length > 1)
      throw new PreviewError(`${ready.file} is a whole comment; required: it alone, or JSON of all`);
    return markdownSource(ready.text, ready.file);
  }
  const changes: StackChange[] = files.flatMap(({ file, text }) => readStackChanges(text, file));
  if (reportUrl !== undefined && !/^https:\/\//.test(reportUrl)) {
    throw new PreviewError(
      `--report-url is ${JSON.stringify(reportUrl)}; required: an address that begins with https://`,
    );
  }
  return {
    marker: markerOf(changes, marker),
    text: (limit, run) => commentReport(changes, { limit, at: run, marker, fullReport: reportUrl, against }),
  };
}

/** A comment that was made before is posted as it is: who posts it vouches for it. */
function markdownSource(text: string, from: string): Source {
  const [first = ""] = text.split("\n", 1);
  if (!/^<!-- isotopo:preview:[\w.-]+ -->$/.test(first.trim())) {
    throw new PreviewError(
      `${from} does not begin with the hidden line of a comment; required: JSON, or Markdown, of \`isotopo preview\``,
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
