import type { RestEndpointMethodTypes } from "@octokit/plugin-rest-endpoint-methods";
import type { HostIssue, IssueHost, RepositorySettings } from "../host";
import { beginsWith } from "../marker";
import { explaining, gitHubClient, placeIn } from "./client";

type Issue = RestEndpointMethodTypes["issues"]["create"]["response"]["data"];

/** Issues of a repository of GitHub. */
export async function gitHubIssues(settings: RepositorySettings): Promise<IssueHost> {
  const client = await gitHubClient(settings);
  const place = placeIn(settings);
  const attempt = explaining(settings, {
    name: "",
    thing: "issue",
    permission: "issues: write",
    right: "write access to issues",
    hint: "the repository is owner/name",
  });
  return {
    find: (marker, label) =>
      attempt(async () => {
        const options = { ...place, labels: label, state: "open", sort: "created", direction: "asc" } as const;
        const open = await client.paginate(client.rest.issues.listForRepo, { ...options, per_page: 100 });
        // To GitHub a pull request is an issue too.
        const found = open.find(({ body, pull_request: request }) => request === undefined && beginsWith(body, marker));
        return found === undefined ? undefined : issueOf(found);
      }),
    create: ({ title, body, label }) =>
      attempt(async () => issueOf((await client.rest.issues.create({ ...place, title, body, labels: [label] })).data)),
    update: (number, body) =>
      attempt(async () => {
        await client.rest.issues.update({ ...place, issue_number: number, body });
      }),
    close: (number) =>
      attempt(async () => {
        const closed = { state: "closed", state_reason: "completed" } as const;
        await client.rest.issues.update({ ...place, issue_number: number, ...closed });
      }),
  };
}

function issueOf({ number, html_url: url }: Pick<Issue, "number" | "html_url">): HostIssue {
  return { number, url };
}
