import { createHash } from "node:crypto";
import { factsOf, type Headline } from "../../facts";
import { type Failed, failedOf } from "../../facts/failed";
import { plainText } from "../../facts/phrase";
import { basesOf, type StackView, viewsOf } from "../../facts/view";
import { counted } from "../../facts/words";
import type { StackChange } from "../../model/change";
import type { StackFailure } from "../../model/failure";
import { elided } from "../markdown/comment/elide";
import { stackAnchor } from "../shared/anchors";
import { factList } from "./fact-list";
import { htmlOf } from "./phrase";
import { script } from "./script";
import { stackSection } from "./stack-section";
import { style } from "./style";
import { summaryTable } from "./summary-table";
import { escapedHtml as text } from "./text";

/**
 * The changes as one page without other files: the first line and the facts of the comment, then each stack with its losses,
 * verdicts, the tree with the differences, and a diagram. It works without a script, in light and dark, on a telephone, and
 * prints. `fromFile`: everything was read from files. The same input gives the same page.
 */
export async function changesHtml(
  changes: readonly StackChange[],
  failures: readonly StackFailure[] = [],
  fromFile = false,
): Promise<string> {
  const views = viewsOf(changes, failures);
  const failed = failedOf(failures, changes);
  const { headline, facts } = factsOf(views, failed);
  const title = plainText(headline.words);
  const sections = await Promise.all(views.map((view) => stackSection(view)));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '${hashed(style)}'; script-src '${hashed(script)}'; base-uri 'none'; form-action 'none'">
<title>${text(elided(title, 300))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to what changes</a>
<header>
<p class="brand">Isotopo preview</p>
<h1 class="${headline.tone}"><span aria-hidden="true">${marks[headline.tone]}</span> ${htmlOf(headline.words)}</h1>
${views.length + failed.length === 0 && !fromFile ? "" : `<p>${stackOf(views)}${views.length === 0 ? "" : comparedWith(basesOf(views))} ${text(enginesOf(changes, failures, fromFile))}</p>`}
</header>
<main id="main">
${factList(facts)}
${views.length > 1 ? summaryTable(views) : ""}
${views.length === 0 ? "" : filters}
${[...failed.map(failedSection), ...sections].join("\n")}
</main>
${views.length === 0 ? "" : `<script>${script}</script>`}
</body>
</html>
`;
}

/** Search for resources; useless on a page without any. The script shows it, as it does nothing without one. */
const filters = `<form role="search" id="filters" hidden>
<label>Search <input type="search" id="search" autocomplete="off" aria-keyshortcuts="/" placeholder="name, type or property"></label>
<label>What happens <select id="action"><option value="">anything</option><option>create</option><option>update</option><option>may replace</option><option>replace</option><option>delete</option></select></label>
<label class="check"><input type="checkbox" id="changed"> only what changes</label>
<span class="buttons"><button type="button" id="open">Open all</button> <button type="button" id="close">Close all</button></span>
<output id="count" aria-live="polite"></output>
</form>`;

/** A stack that failed: only its reason is known, shown line by line. */
function failedSection({ label, words }: Failed): string {
  const anchor = stackAnchor(label);
  return `<section class="stack" aria-labelledby="${anchor}">
<h2 id="${anchor}">${text(label)}</h2>
<div class="loss"><h3>Could not be previewed</h3>${words
    .split("\n")
    .map((line) => `<p>${text(line)}</p>`)
    .join("")}</div>
</section>`;
}

/** Marks that every font has. */
const marks: Readonly<Record<Headline["tone"], string>> = { bad: "✖", careful: "⚠", good: "✔" };

/** A page of one stack has no table that names it. */
function stackOf([only, another]: readonly StackView[]): string {
  return only === undefined || another !== undefined ? "" : `Stack <code>${text(only.label)}</code>. `;
}

function comparedWith(bases: readonly string[]): string {
  if (bases.length === 0) return "Compared with nothing: everything is new.";
  return `Compared with ${bases.map((base) => `<code>${text(base)}</code>`).join(", ")}.`;
}

function enginesOf(changes: readonly StackChange[], failures: readonly StackFailure[], isRead: boolean): string {
  const engines = new Set(changes.map(({ engine }) => engine));
  const secrets = changes.reduce((sum, change) => sum + (change.secretsNotCompared ?? 0), 0);
  const words = [
    ...(isRead || [...changes, ...failures].some(({ fromFile }) => fromFile === true)
      ? [
          "Said by the previewed code, which ran the program, the previewer and the policies, and may have changed each of them.",
        ]
      : []),
    ...(engines.has("offline") ? ["Previewed offline: the program and the policies ran, no cloud was asked."] : []),
    ...(secrets > 0 ? [`${counted(secrets, "secret")} not compared: the file that this is against shows none.`] : []),
    ...(engines.has("pulumi") ? ["Previewed by Pulumi, which compares with the state of the stack."] : []),
  ];
  return words.join(" ");
}

function hashed(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
