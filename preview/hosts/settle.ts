import { setTimeout as delay } from "node:timers/promises";
import type { CommentHost, HostComment } from "./host";

/** A comment to post. */
export interface Post {
  /** The whole comment; its first line is the marker. */
  body: string;
  /** The hidden line that identifies the comment. */
  marker: string;
  /** Number of the run: the comment of the highest run stays. */
  run?: number;
  /** Milliseconds before a second look for another run that wrote at the same time; default 2,000. */
  settleAfter?: number;
}

/** The result of a post. */
export interface Posted {
  outcome: "created" | "updated" | "unchanged" | "left to a newer run";
  url: string;
  /** Number of duplicates that were folded into one. */
  folded: number;
}

/** Each round corrects what it finds; after this many, another writer must be working against it. */
const mostRounds = 4;

/**
 * Ensures that there is exactly one comment with the marker, with the text of the newest run. Hosts have no conditional
 * writes, so two simultaneous runs may both create or overwrite: after writing, each looks again and folds what it finds,
 * and the newer one writes again if the older one came last. A write that ends more than `settleAfter` after the other run's
 * end is missed: use a concurrency group.
 */
export async function post(host: CommentHost, { body, marker, run, settleAfter = 2000 }: Post): Promise<Posted> {
  let outcome: Posted["outcome"] = "unchanged";
  let folded = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await ownComments(host, marker);
    const [kept] = found;
    const newer = found.find((comment) => isNewer(runOf(comment.body), run));
    const wanted = newer?.body ?? body.trimEnd();
    if (round === 0 && found.length === 1 && kept?.body === wanted) {
      return { outcome: newer === undefined ? outcome : "left to a newer run", url: kept.url, folded };
    }
    if (kept === undefined) {
      await host.create(wanted);
      outcome = "created";
    } else {
      if (kept.body !== wanted) {
        const updated = await host.update(kept.id, wanted);
        // It was deleted meanwhile: the next round posts it anew.
        if (updated === undefined) continue;
        if (newer === undefined && outcome === "unchanged" && wordsOf(kept.body) !== wordsOf(wanted))
          outcome = "updated";
      }
      for (const { id } of found.slice(1)) await host.remove(id);
      folded += found.length - 1;
      if (newer !== undefined) return { outcome: "left to a newer run", url: kept.url, folded };
    }
    await delay(settleAfter);
    const after = await ownComments(host, marker);
    const [only] = after;
    if (after.length === 1 && only !== undefined && only.body === wanted) return { outcome, url: only.url, folded };
  }
  const [kept] = await ownComments(host, marker);
  return { outcome, url: kept?.url ?? "", folded };
}

async function ownComments(host: CommentHost, marker: string): Promise<HostComment[]> {
  const all = await host.list();
  // Hosts may use their own line ends.
  return all
    .map((comment) => ({ ...comment, body: comment.body.replaceAll("\r\n", "\n").trimEnd() }))
    .filter(({ own, body }) => own && body.split("\n", 1)[0]?.trim() === marker);
}

const runLine = /^<!-- isotopo:at:(\d+) -->$/m;

function runOf(body: string): number | undefined {
  const [, number] = runLine.exec(body) ?? [];
  return number === undefined ? undefined : Number(number);
}

function isNewer(run: number | undefined, own: number | undefined): boolean {
  return run !== undefined && own !== undefined && run > own;
}

/** A comment without the line that differs in every run. */
function wordsOf(body: string): string {
  return body.replace(runLine, "");
}
