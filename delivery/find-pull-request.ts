import type { RequestHead, RequestHost } from "../preview/hosts/host";

/** The pull or merge request that a run was for, or why none gets the comment. */
export type FoundRequest = { number: number } | { none: string };

/**
 * The open request with that head. Two may have one: then it is the one that the run's artifact names, for each has a run and an
 * artifact of its own. A number of the artifact counts only where the host says that its request has that head; `named` is
 * undefined where it names none.
 */
export async function findPullRequest(host: RequestHost, head: RequestHead, named?: number): Promise<FoundRequest> {
  const { word, sign } = host;
  const list = (numbers: readonly number[]) => numbers.map((number) => `${sign}${number}`).join(", ");
  const numbers = await host.withHead(head);
  const [only, ...others] = numbers;
  if (only === undefined) return { none: `no open ${word} has this head; a newer run will comment` };
  if (named !== undefined) {
    return numbers.includes(named)
      ? { number: named }
      : { none: `the artifact names ${sign}${named}, which has another head; with this head: ${list(numbers)}` };
  }
  return others.length === 0
    ? { number: only }
    : { none: `the artifact names no ${word}, and several have this head: ${list(numbers)}` };
}
