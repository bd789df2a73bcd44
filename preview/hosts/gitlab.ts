import { PreviewError } from "../engine/errors";
import type { CommentHost, HostComment, HostSettings } from "./host";
import { ifThere } from "./if-there";
import { persistently } from "./retry";

/** Most characters of a note (GitLab's documentation, "Application limits": size of comments). */
const limit = 1_000_000;
/** Milliseconds until an answer is given up. */
const timeout = 30_000;

/** What is read of a note. */
interface Note {
  id: number;
  body: string;
  author: { id: number };
}

/** Comments on a merge request of GitLab, through its client library, which waits for rate limits and tries again. */
export async function gitLab(settings: HostSettings): Promise<CommentHost> {
  const { repo, pr, apiUrl, token } = settings;
  const { Gitlab } = await import("@gitbeaker/rest");
  const host = apiUrl.replace(/\/$/, "");
  const client = new Gitlab({ host, token, queryTimeout: timeout });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await persistently(work, mayPass, settings.retryBase);
    } catch (error) {
      throw explained(error, settings);
    }
  };
  const me = await attempt(async () => (await client.Users.showCurrentUser()).id);
  const page = await attempt(async () => (await client.MergeRequests.show(repo, pr)).web_url);
  const commentOf = ({ id, body, author }: Note): HostComment => ({
    ...{ id, body, own: author.id === me, url: `${page}#note_${id}` },
  });
  return {
    limit,
    list: () =>
      attempt(async () => {
        const notes = await client.MergeRequestNotes.all(repo, pr, {
          sort: "asc",
          orderBy: "created_at",
          perPage: 100,
        });
        return notes.filter(({ system }) => !system).map(commentOf);
      }),
    create: (body) => attempt(async () => commentOf(await client.MergeRequestNotes.create(repo, pr, body))),
    update: (id, body) =>
      attempt(() =>
        ifThere(async () => commentOf(await client.MergeRequestNotes.edit(repo, pr, id, { body })), statusOf),
      ),
    remove: (id) =>
      attempt(async () => {
        await ifThere(() => client.MergeRequestNotes.remove(repo, pr, id), statusOf);
      }),
  };
}

/** The library keeps the answer in the error's cause. */
function statusOf(error: unknown): number | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== "object" || cause === null || !("response" in cause)) return undefined;
  const { response } = cause;
  if (typeof response !== "object" || response === null || !("status" in response)) return undefined;
  return typeof response.status === "number" ? response.status : undefined;
}

/** The library itself tries again after 429 and 502 alone: not after other errors of the server, nor a broken connection. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status >= 500;
  return error instanceof TypeError && error.cause instanceof Error;
}

function explained(error: unknown, { repo, pr, apiUrl }: HostSettings): PreviewError {
  const where = `GitLab (${apiUrl}), ${repo} !${pr}`;
  const said = wordsOf(error);
  switch (statusOf(error)) {
    case 401:
      return new PreviewError(`${where}: the token is not taken; set GITLAB_TOKEN to one that is valid`);
    case 403:
      return new PreviewError(
        `${where}: the token may not do this: ${said}; give it the scope api and the role Reporter or higher; in a locked discussion only members of the project comment`,
      );
    case 404:
      return new PreviewError(
        `${where} is not there, or the token may not see it; --repo is the project's path or number, --pr the merge request's`,
      );
    case 429:
      return new PreviewError(`${where}: the rate limit is used up; try again later`);
    default:
      return new PreviewError(`${where}: ${said}`);
  }
}

/** A broken connection is told by its cause: the error itself says "fetch failed". */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof TypeError && error.cause instanceof Error ? error.cause.message : error.message;
}
