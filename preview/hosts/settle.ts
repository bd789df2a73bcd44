import { setTimeout as delay } from "node:timers/promises";
import type { CommentHost, HostComment } from "./host";

/** What is posted. */
export interface Post {
  /** The whole comment; its first line is the marker. */
  body: string;
  /** The hidden line by which the comment is found again. */
  marker: string;
  /** Number of the run: of two, the higher one's words stay. */
  run?: number;
  /** Milliseconds after which it is looked again whether another run wrote at the same time; default 2,000. */
  settleAfter?: number;
}

/** What came of it. */
export interface Posted {
  outcome: "created" | "updated" | "unchanged" | "left to a newer run";
  url: string;
  /** How many duplicates were folded into one. */
  folded: number;
}

/** Each time something else was found, it is put right; more often than this, somebody works against it. */
const mostRounds = 4;

/**
 * Has exactly one comment with the marker, with the words of the newest run. Hosts can't write on a condition, so two runs at
 * once may both create or overwrite: after writing, each looks again and folds what it finds, and the newer one writes again
 * where the older one came last. A write that takes longer than `settleAfter` beyond the other run's end is not seen: give
 * runs a concurrency group.
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
        // Deleted under it: the next round posts anew.
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
  // Hosts may end lines in their own way.
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

/** A comment without the line that every run has anew. */
function wordsOf(body: string): string {
  return body.replace(runLine, "");
}
