import type { RepositorySettings, RequestHost } from "../host";
import { explaining, gitHubClient, placeIn } from "./client";

/** Pull requests of a repository of GitHub. */
export async function gitHubRequests(settings: RepositorySettings): Promise<RequestHost> {
  const client = await gitHubClient(settings);
  const attempt = explaining(settings, {
    name: "",
    thing: "question",
    permission: "pull-requests: read",
    right: "read access to pull requests",
    hint: "the repository is owner/name",
  });
  return {
    word: "pull request",
    sign: "#",
    withHead: ({ source, branch, sha }) =>
      attempt(async () => {
        const options = { ...placeIn(settings), state: "open", head: `${source}:${branch}`, per_page: 100 } as const;
        const open = await client.paginate(client.rest.pulls.list, options);
        return open.filter(({ head }) => head.sha === sha).map(({ number }) => number);
      }),
  };
}
