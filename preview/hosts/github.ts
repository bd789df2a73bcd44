import type { RestEndpointMethodTypes } from "@octokit/plugin-rest-endpoint-methods";
import { PreviewError } from "../engine/errors";
import type { CommentHost, HostComment, HostSettings } from "./host";
import { ifThere } from "./if-there";

type Comment = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

/** Longest that one request waits for a rate limit, in seconds, and how often it is tried again. */
const longestWait = 120;
const retries = 3;
/** Milliseconds until an answer is given up. */
const timeout = 30_000;

/** Most characters of a comment: "body is too long (maximum is 65536 characters)". */
const limit = 65_536;

/** Comments on a pull request of GitHub, through Octokit with its own plugins for pages, retries and rate limits. */
export async function gitHub(settings: HostSettings): Promise<CommentHost> {
  const { repo, pr } = settings;
  const [owner = "", name = ""] = repo.split("/");
  const client = await clientFor(settings);
  const place = { owner, repo: name };
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explained(error, settings);
    }
  };
  const me = await attempt(() => ownLogin(client));
  const commentOf = (comment: Comment): HostComment => ({
    id: Number(comment.id),
    body: comment.body ?? "",
    // The token of a workflow may not ask who it is. It writes as a bot, which no stranger does.
    own: me === undefined ? comment.user?.type === "Bot" : comment.user?.login === me,
    url: comment.html_url,
  });
  return {
    limit,
    list: () =>
      attempt(async () => {
        const options = { ...place, issue_number: pr, per_page: 100 };
        return (await client.paginate(client.rest.issues.listComments, options)).map(commentOf);
      }),
    create: (body) =>
      attempt(async () => {
        const { data } = await client.rest.issues.createComment({ ...place, issue_number: pr, body });
        return commentOf(data);
      }),
    update: (id, body) =>
      attempt(() =>
        ifThere(
          async () => commentOf((await client.rest.issues.updateComment({ ...place, comment_id: id, body })).data),
          statusOf,
        ),
      ),
    remove: (id) =>
      attempt(async () => {
        await ifThere(() => client.rest.issues.deleteComment({ ...place, comment_id: id }), statusOf);
      }),
  };
}

/** Each client has limiters of its own: two of one process must not wait for each other. */
let clients = 0;

async function clientFor({ apiUrl, token, retryBase = 1000 }: HostSettings) {
  // ES modules, loaded when something is posted.
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

/** Who the token is; undefined where it may not ask. Any other error is one: taken for that, it would have a second comment posted. */
async function ownLogin(client: Awaited<ReturnType<typeof clientFor>>): Promise<string | undefined> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    const status = statusOf(error);
    if ((status === 401 || status === 403) && !isLimited(error)) return undefined;
    throw error;
  }
}

/** Whether the rate limit is what refuses a request: that says nothing of what the token may. */
function isLimited(error: unknown): boolean {
  return error instanceof Error && /rate limit/i.test(error.message);
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : undefined;
}

/** What went wrong, and how to mend it. The words of the API say nothing of the token. */
function explained(error: unknown, { repo, pr, apiUrl }: HostSettings): PreviewError {
  const where = `GitHub (${apiUrl}), ${repo} #${pr}`;
  const said = error instanceof Error ? error.message.split(" - https://")[0] : String(error);
  const status = statusOf(error);
  const limited = isLimited(error);
  if (status === 401)
    return new PreviewError(`${where}: the token is not taken; set GITHUB_TOKEN to one that is valid`);
  if ((status === 403 || status === 429) && limited) {
    return new PreviewError(`${where}: the rate limit is used up, and lasts longer than ${longestWait} s: ${said}`);
  }
  if (status === 403 && /locked/i.test(said ?? "")) {
    return new PreviewError(
      `${where}: the conversation is locked, and only who has write access comments there; unlock it, or give a token with write access`,
    );
  }
  if (status === 403) {
    return new PreviewError(
      `${where}: the token may not do this: ${said}. In a workflow: permissions: pull-requests: write; else a token with write access to pull requests`,
    );
  }
  if (status === 404) {
    return new PreviewError(
      `${where} is not there, or the token may not see it; --repo is owner/name, --pr its number`,
    );
  }
  if (status === 422) return new PreviewError(`${where} refuses the comment: ${said}`);
  return new PreviewError(`${where}: ${said}`);
}
