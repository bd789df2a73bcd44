import { gitHubComments } from "./github/comments";
import { gitHubIssues } from "./github/issues";
import { gitHubRequests } from "./github/requests";
import { gitLabComments } from "./gitlab/comments";
import { gitLabIssues } from "./gitlab/issues";
import { gitLabRequests } from "./gitlab/requests";
import type { CommentHost, IssueHost, RequestHost } from "./host";
import { useProxy } from "./proxy";
import type { Repository } from "./repository";
import type { Place } from "./settings";

type Environment = Readonly<Record<string, string | undefined>>;

/** Comments of a pull or merge request, by the proxy that the environment names. */
export async function commentsOf(place: Place, env: Environment): Promise<CommentHost> {
  await useProxy(place.apiUrl, env);
  return place.host === "github" ? gitHubComments(place) : gitLabComments(place);
}

/** Issues of a repository, by the proxy that the environment names. */
export async function issuesOf(repository: Repository, env: Environment): Promise<IssueHost> {
  await useProxy(repository.apiUrl, env);
  return repository.host === "github" ? gitHubIssues(repository) : gitLabIssues(repository);
}

/** Pull or merge requests of a repository, by the proxy that the environment names. */
export async function requestsOf(repository: Repository, env: Environment): Promise<RequestHost> {
  await useProxy(repository.apiUrl, env);
  return repository.host === "github" ? gitHubRequests(repository) : gitLabRequests(repository);
}
