import type { HostIssue, IssueHost, RepositorySettings } from "../host";
import { beginsWith } from "../marker";
import { explaining, gitLabClient } from "./client";

/** The fields of an issue that are read. `iid` is its number in the project. */
interface Issue {
  iid: number;
  web_url: string;
}

/** Issues of a project of GitLab. */
export async function gitLabIssues(settings: RepositorySettings): Promise<IssueHost> {
  const { repo } = settings;
  const client = await gitLabClient(settings);
  const attempt = explaining(settings, {
    name: "",
    right: "give it the scope api and the role Reporter or higher",
    hint: "the project is its path or number",
  });
  return {
    find: (marker, label) =>
      attempt(async () => {
        const options = { labels: label, state: "opened", orderBy: "created_at", sort: "asc", perPage: 100 } as const;
        const open = await client.Issues.all({ projectId: repo, ...options });
        const found = open.find(({ description }) => beginsWith(description, marker));
        return found === undefined ? undefined : issueOf(found);
      }),
    create: ({ title, body, label }) =>
      attempt(async () => issueOf(await client.Issues.create(repo, title, { description: body, labels: label }))),
    update: (number, body) =>
      attempt(async () => {
        await client.Issues.edit(repo, number, { description: body });
      }),
    close: (number) =>
      attempt(async () => {
        await client.Issues.edit(repo, number, { stateEvent: "close" });
      }),
  };
}

function issueOf({ iid, web_url: url }: Issue): HostIssue {
  return { number: iid, url };
}
