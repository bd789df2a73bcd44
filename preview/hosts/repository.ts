import { PreviewError } from "../model/errors";
import type { RepositorySettings } from "./host";

/** Hosts of repositories. */
export type HostName = "github" | "gitlab";

/** A repository on the command line; the environment of a CI job gives the rest. */
export interface RepositoryOptions {
  host?: HostName;
  repo?: string;
  apiUrl?: string;
}

/** A repository, with its host. */
export interface Repository extends RepositorySettings {
  host: HostName;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A repository, as far as it was given. */
export interface GivenRepository {
  host: HostName;
  repo?: string;
  apiUrl: string;
  token?: string;
}

/** The repository of a CI job, from its environment alone. Throws a `PreviewError` that names everything that is missing. */
export function repositoryOf(env: Environment): Repository {
  const { host, repo, apiUrl, token } = givenRepository({}, env);
  const names =
    host === "github"
      ? { repo: "GITHUB_REPOSITORY", apiUrl: "GITHUB_API_URL", token: "GITHUB_TOKEN" }
      : { repo: "CI_PROJECT_ID", apiUrl: "CI_SERVER_URL", token: "GITLAB_TOKEN" };
  const problems = [
    ...(repo === undefined ? [`which repository? set ${names.repo} in the environment`] : []),
    ...(token === undefined ? [`there is no token; set ${names.token} in the environment`] : []),
    ...repositoryProblems({ host, repo, apiUrl }, names),
  ];
  if (problems.length > 0 || repo === undefined || token === undefined) throw new PreviewError(problems.join("\n"));
  return { host, repo, apiUrl, token };
}

/** The repository from the options, else from the environment. */
export function givenRepository(options: RepositoryOptions, environment: Environment): GivenRepository {
  const env = withoutEmpty(environment);
  const host = options.host ?? (env.GITLAB_CI === "true" ? "gitlab" : "github");
  if (host === "github") {
    return {
      host,
      repo: options.repo ?? env.GITHUB_REPOSITORY,
      apiUrl: options.apiUrl ?? env.GITHUB_API_URL ?? "https://api.github.com",
      token: env.GITHUB_TOKEN ?? env.GH_TOKEN,
    };
  }
  const apiUrl = options.apiUrl ?? env.CI_SERVER_URL ?? "https://gitlab.com";
  return {
    host,
    repo: options.repo ?? env.CI_PROJECT_ID,
    // GitLab's client adds the path of the API itself; an address that has it already means the same.
    apiUrl: apiUrl.replace(/\/api\/v4\/?$/, ""),
    token: env.GITLAB_TOKEN,
  };
}

/** The variables that are set: an empty one counts as not set. */
export function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}

/** Problems of the given values; `names` are the options or variables that they come from. */
export function repositoryProblems(
  { host, repo, apiUrl }: Pick<GivenRepository, "host" | "repo" | "apiUrl">,
  names: { repo: string; apiUrl: string },
): string[] {
  return [
    ...(host === "github" && repo !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repo)
      ? [`${names.repo} is ${JSON.stringify(repo)}; required: owner/name`]
      : []),
    ...(URL.canParse(apiUrl) && /^https?:/.test(apiUrl)
      ? []
      : [`${names.apiUrl} is ${JSON.stringify(apiUrl)}; required: an address`]),
  ];
}
