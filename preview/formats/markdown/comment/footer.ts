import type { Failed } from "../../../facts/failed";
import { isQuiet, type StackView } from "../../../facts/view";
import { counted } from "../../../facts/words";
import type { StackChange } from "../../../model/change";
import { fenced, visible } from "./escape";
import type { CommentOptions } from "./options";

/** More names, or longer ones, make a command that is too long to read. */
const mostNames = 6;
const mostCharacters = 300;

/** The source of the statements: a preview runs the program, and with it everything else that the pull request changes. */
const sourceNote =
  "**Said by the pull request’s own code**, which ran the program, the previewer and the policies, and may have changed each of them.";

/** The command that repeats the preview locally, and the checks that were not made. */
export function footer(
  views: readonly StackView[],
  failed: readonly Failed[],
  { against, words = [], fromFile = false }: Pick<CommentOptions, "against" | "words" | "fromFile">,
): string[] {
  const isNothing = views.length + failed.length === 0;
  return [...(isNothing ? [] : [...locally(views, failed, against, words), ""]), ...known(views, failed, fromFile)];
}

function locally(
  views: readonly StackView[],
  failed: readonly Failed[],
  against: string | undefined,
  words: readonly string[],
): string[] {
  const loud = [...failed, ...views.filter((view) => !isQuiet(view))];
  const names = [...new Set((loud.length > 0 ? loud : views).map(({ stack }) => stack))];
  const named = visible(names.map(quoted).join(" "));
  // A name that starts with a dash would be an option, also in quotes.
  const isOption = names.some((name) => name.startsWith("-"));
  const stacks = names.length > mostNames || named.length > mostCharacters || isOption ? "--all" : named;
  const revision = against ?? revisionIn(views, failed);
  const base = revision === undefined ? "" : ` --against ${quoted(revision)}`;
  return [
    "<details><summary>Run it locally</summary>",
    "",
    ...fenced("sh", [
      `npx isotopo preview ${stacks}${visible([base, ...words.map((word) => ` ${/^--[a-z-]+$/.test(word) ? word : quoted(word)}`)].join(""))}`,
    ]),
    "",
    "</details>",
  ];
}

/** The revision or file in the description of a base: `main` in `main (1a2b3c4)`. */
function revisionIn(views: readonly StackView[], failed: readonly Failed[]): string | undefined {
  const offline = [...views.flatMap(({ entries }) => entries.filter(isOffline)), ...failed];
  const bases = new Set(offline.flatMap(({ base }) => base ?? []));
  const [base] = bases;
  if (base === undefined || bases.size > 1) return undefined;
  const revision = base.replace(/ \([0-9a-f]{7,40}\)$/, "");
  return /^[^\s-]\S*$/.test(revision) && revision.length <= 100 ? revision : undefined;
}

function isOffline({ engine }: StackChange): boolean {
  return engine === "offline";
}

function known(views: readonly StackView[], failed: readonly Failed[], fromFile: boolean): string[] {
  const entries = views.flatMap((view) => view.entries);
  const offline = entries.filter(isOffline);
  const unknowns = offline.some((entry) => entry.unknowns);
  const outputs = unknowns
    ? "What only the cloud knows was left unknown."
    : "Ids, addresses and the like, which only the cloud knows, are placeholders.";
  const secrets = entries.reduce((sum, entry) => sum + (entry.secretsNotCompared ?? 0), 0);
  return [
    ...(fromFile || [...entries, ...failed].some((one) => one.fromFile === true) ? [sourceNote] : []),
    ...(offline.length > 0
      ? [`Previewed offline: the program and the policies ran, no cloud was asked. ${outputs}`]
      : []),
    ...(secrets > 0 ? [`${counted(secrets, "secret")} not compared: the file that this is against shows none.`] : []),
    ...(offline.length < entries.length ? ["Previewed by Pulumi: compared with the state of the stack."] : []),
  ];
}

/** A word of a command, quoted if the shell needs it. */
function quoted(word: string): string {
  return /^[\w./@%+:,][\w./@%+:,-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
