import { PreviewError } from "../../model/errors";
import type { RepositorySettings } from "../host";
import { persistently } from "../retry";

/** Milliseconds until an answer is given up. */
const timeout = 30_000;

/** GitLab's client library, which waits for rate limits by itself. */
export async function gitLabClient({ apiUrl, token }: RepositorySettings) {
  const { Gitlab } = await import("@gitbeaker/rest");
  return new Gitlab({ host: apiUrl.replace(/\/$/, ""), token, queryTimeout: timeout });
}

/** The subject of a refused request, for its error. */
export interface Subject {
  /** The requested object, after the project: ` !7`, or nothing. */
  name: string;
  /** The right that a token needs. */
  right: string;
  /** Options or variables that name the project and the object. */
  hint: string;
}

/** Runs some work, with retries after errors that may pass; any other error becomes a line that says how to fix it. */
export function explaining(settings: RepositorySettings, subject: Subject): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await persistently(work, mayPass, settings.retryBase);
    } catch (error) {
      throw explained(error, settings, subject);
    }
  };
}

/** The library keeps the answer in the error's cause. */
export function statusOf(error: unknown): number | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== "object" || cause === null || !("response" in cause)) return undefined;
  const { response } = cause;
  if (typeof response !== "object" || response === null || !("status" in response)) return undefined;
  return typeof response.status === "number" ? response.status : undefined;
}

/** The library itself retries after 429 and 502 only: not after other server errors, nor after a broken connection. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status >= 500;
  return error instanceof TypeError && error.cause instanceof Error;
}

function explained(error: unknown, { repo, apiUrl }: RepositorySettings, subject: Subject): PreviewError {
  const where = `GitLab (${apiUrl}), ${repo}${subject.name}`;
  const answer = wordsOf(error);
  switch (statusOf(error)) {
    case 401:
      return new PreviewError(`${where}: the token is not taken; set GITLAB_TOKEN to one that is valid`);
    case 403:
      return new PreviewError(`${where}: the token may not do this: ${answer}; ${subject.right}`);
    case 404:
      return new PreviewError(`${where} is not there, or the token may not see it; ${subject.hint}`);
    case 429:
      return new PreviewError(`${where}: the rate limit is used up; try again later`);
    default:
      return new PreviewError(`${where}: ${answer}`);
  }
}

/** The message of a broken connection is in its cause: the error itself says "fetch failed". */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof TypeError && error.cause instanceof Error ? error.cause.message : error.message;
}
