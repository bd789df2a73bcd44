/** Where issues are kept. */
export interface IssueTracker {
  apiUrl: string;
  token: string;
  /** `owner/name`. */
  repo: string;
}

const label = "drift";

/** Keeps one open issue for a stack that differs from its program: made, brought up to date, or closed where it no longer does. */
export async function keepIssue(
  { apiUrl, token, repo }: IssueTracker,
  stack: string,
  report: string | undefined,
): Promise<"opened" | "updated" | "closed" | "nothing"> {
  const { Octokit } = await import("@octokit/core");
  const client = new Octokit({ auth: token, baseUrl: apiUrl.replace(/\/$/, ""), userAgent: "isotopo" });
  const [owner = "", name = ""] = repo.split("/");
  const at = { owner, repo: name };
  const title = `Drift: ${stack}`;
  const { data } = await client.request("GET /repos/{owner}/{repo}/issues", {
    ...{ ...at, labels: label, state: "open", per_page: 100 },
  });
  const open = data.find((issue) => issue.title === title && issue.pull_request === undefined);
  if (report === undefined) {
    if (open === undefined) return "nothing";
    await client.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
      ...{ ...at, issue_number: open.number, state: "closed", state_reason: "completed" },
    });
    return "closed";
  }
  if (open === undefined) {
    await client.request("POST /repos/{owner}/{repo}/issues", { ...at, title, body: report, labels: [label] });
    return "opened";
  }
  await client.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    ...{ ...at, issue_number: open.number, body: report },
  });
  return "updated";
}
