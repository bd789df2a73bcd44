/** What a workflow's run says of its head, and its artifact of the pull request. */
export interface RunHead {
  /** The repository and its API. */
  apiUrl: string;
  token: string;
  /** `owner/name` of the repository that the pull request is to. */
  repo: string;
  head: { owner: string; branch: string; sha: string };
  /** The number that the run's artifact names; undefined where it names none. */
  named?: number;
}

/** The pull request that a run was for, or why none gets the comment. */
export type FoundRequest = { number: number } | { none: string };

/**
 * The open pull request with that head. Two may have one: then it is the one that the artifact names, for each has a run and an
 * artifact of its own. A number of the artifact counts only where the API says that its pull request has that head.
 */
export async function findPullRequest({ apiUrl, token, repo, head, named }: RunHead): Promise<FoundRequest> {
  const { Octokit } = await import("@octokit/core");
  const client = new Octokit({ auth: token, baseUrl: apiUrl.replace(/\/$/, ""), userAgent: "isotopo" });
  const [owner = "", name = ""] = repo.split("/");
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls", {
    ...{ owner, repo: name, state: "open", head: `${head.owner}:${head.branch}`, per_page: 100 },
  });
  const numbers = data.filter((request) => request.head.sha === head.sha).map(({ number }) => number);
  const [only, ...others] = numbers;
  if (only === undefined) return { none: "no open pull request has this head; a newer run will comment" };
  if (named !== undefined) {
    return numbers.includes(named)
      ? { number: named }
      : { none: `the artifact names #${named}, which has another head; with this head: ${list(numbers)}` };
  }
  return others.length === 0
    ? { number: only }
    : { none: `the artifact names no pull request, and several have this head: ${list(numbers)}` };
}

function list(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join(", ");
}
