import { PreviewError } from "../../model/errors";
import type { RepositorySettings } from "../host";

/** Longest that one request waits for a rate limit, in seconds, and how often it is tried again. */
const longestWait = 120;
const retries = 3;
/** Milliseconds until an answer is given up. */
const timeout = 30_000;

/** Each client has limiters of its own: two of one process must not wait for each other. */
let clients = 0;

/** Octokit with its plugins for pages, retries and rate limits. */
export async function gitHubClient({ apiUrl, token, retryBase = 1000 }: RepositorySettings) {
  // ES modules, loaded when something is asked.
  const [{ Octokit }, { paginateRest }, { restEndpointMethods }, { retry }, { throttling }] = await Promise.all([
    import("@octokit/core"),
    import("@octokit/plugin-paginate-rest"),
    import("@octokit/plugin-rest-endpoint-methods"),
    import("@octokit/plugin-retry"),
    import("@octokit/plugin-throttling"),
  ]);
  const Client = Octokit.plugin(paginateRest, restEndpointMethods, retry, throttling);
  const again = (after: number, _options: object, _client: object, count: number): boolean =>
    count < retries && after <= longestWait;
  clients += 1;
  return new Client({
    auth: token,
    baseUrl: apiUrl.replace(/\/$/, ""),
    userAgent: "isotopo",
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    retry: { retries, retryAfterBaseValue: retryBase },
    throttle: {
      id: `isotopo-${clients}`,
      retryAfterBaseValue: retryBase,
      onRateLimit: again,
      onSecondaryRateLimit: again,
    },
    request: {
      fetch: (url: string, init: RequestInit) => fetch(url, { ...init, signal: AbortSignal.timeout(timeout) }),
    },
  });
}

function quiet(): void {}

/** Whether a rate limit refused the request: that says nothing about the token's rights. */
export function isLimited(error: unknown): boolean {
  return error instanceof Error && /rate limit/i.test(error.message);
}

/** The status of an answer that Octokit throws; undefined for anything else. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : undefined;
}

/** The subject of a refused request, for its error. */
export interface Subject {
  /** The requested object, after the repository: ` #7`, or nothing. */
  name: string;
  /** The thing that GitHub may refuse: `comment`. */
  thing: string;
  /** The right that a token needs: the workflow's permission, and its plain name. */
  permission: string;
  right: string;
  /** Options or variables that name the repository and the object. */
  hint: string;
}

/** Runs some work; an error becomes a line that says how to fix it. */
export function explaining(settings: RepositorySettings, subject: Subject): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      throw explained(error, settings, subject);
    }
  };
}

/** The error and its fix. The API's own message says nothing about the token. */
function explained(error: unknown, { repo, apiUrl }: RepositorySettings, subject: Subject): PreviewError {
  const where = `GitHub (${apiUrl}), ${repo}${subject.name}`;
  const answer = error instanceof Error ? error.message.split(" - https://")[0] : String(error);
  const status = statusOf(error);
  if (status === 401)
    return new PreviewError(`${where}: the token is not taken; set GITHUB_TOKEN to one that is valid`);
  if ((status === 403 || status === 429) && isLimited(error)) {
    return new PreviewError(`${where}: the rate limit is used up, and lasts longer than ${longestWait} s: ${answer}`);
  }
  if (status === 403 && /locked/i.test(answer ?? "")) {
    return new PreviewError(
      `${where}: the conversation is locked, and only who has write access comments there; unlock it, or give a token with write access`,
    );
  }
  if (status === 403) {
    return new PreviewError(
      `${where}: the token may not do this: ${answer}. In a workflow: permissions: ${subject.permission}; else a token with ${subject.right}`,
    );
  }
  if (status === 404) {
    return new PreviewError(`${where} is not there, or the token may not see it; ${subject.hint}`);
  }
  if (status === 422) return new PreviewError(`${where} refuses the ${subject.thing}: ${answer}`);
  return new PreviewError(`${where}: ${answer}`);
}

/** A repository, as GitHub's API takes it. */
export function placeIn({ repo }: RepositorySettings): { owner: string; repo: string } {
  const [owner = "", name = ""] = repo.split("/");
  return { owner, repo: name };
}
