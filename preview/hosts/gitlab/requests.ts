import type { RepositorySettings, RequestHost } from "../host";
import { explaining, gitLabClient } from "./client";

/** Merge requests of a project of GitLab. */
export async function gitLabRequests(settings: RepositorySettings): Promise<RequestHost> {
  const { repo } = settings;
  const client = await gitLabClient(settings);
  const attempt = explaining(settings, {
    name: "",
    right: "give it the scope read_api and the role Reporter or higher",
    hint: "the project is its path or number",
  });
  return {
    word: "merge request",
    sign: "!",
    withHead: ({ source, branch, sha }) =>
      attempt(async () => {
        const options = { state: "opened", sourceBranch: branch, perPage: 100 } as const;
        const open = await client.MergeRequests.all({ projectId: repo, ...options });
        return open
          .filter((request) => request.sha === sha && String(request.source_project_id) === source)
          .map(({ iid }) => iid);
      }),
  };
}
