/** What a workflow's run says of its head. */
export interface RunHead {
  /** The repository and its API. */
  apiUrl: string;
  token: string;
  /** `owner/name` of the repository that the pull request is to. */
  repo: string;
  head: { owner: string; branch: string; sha: string };
}

/** The number of the open pull request with that head; undefined where none has it, or has moved on. */
export async function findPullRequest({ apiUrl, token, repo, head }: RunHead): Promise<number | undefined> {
  const { Octokit } = await import("@octokit/core");
  const client = new Octokit({ auth: token, baseUrl: apiUrl.replace(/\/$/, ""), userAgent: "isotopo" });
  const [owner = "", name = ""] = repo.split("/");
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls", {
    ...{ owner, repo: name, state: "open", head: `${head.owner}:${head.branch}` },
  });
  return data.find((request) => request.head.sha === head.sha)?.number;
}
