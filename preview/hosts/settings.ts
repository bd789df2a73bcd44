import { readFileSync } from "node:fs";
import { PreviewError } from "../model/errors";
import type { HostSettings } from "./host";
import { givenRepository, type HostName, type RepositoryOptions, repositoryProblems, withoutEmpty } from "./repository";

/** The request on the command line; the environment of a CI job gives the rest. */
export interface PlaceOptions extends RepositoryOptions {
  pr?: string;
  run?: string;
  head?: string;
}

/** The request that a comment is posted to, and the run that posts it. */
export interface Place extends HostSettings {
  host: HostName;
  run?: number;
  /** The commit that was previewed. */
  head?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Combines the options with the job's environment. Throws a `PreviewError` that names everything that is missing. */
export function placeOf(options: PlaceOptions, env: Environment): Place {
  const given = givenRepository(options, env);
  const { host, repo, apiUrl, token } = given;
  const set = withoutEmpty(env);
  const { pr, run, head } = host === "github" ? ofGitHub(options, set) : ofGitLab(options, set);
  const words = missing[host];
  const problems = [
    ...(repo === undefined ? [words.repo] : []),
    ...(pr === undefined ? [words.pr] : []),
    ...(token === undefined ? [words.token] : []),
    ...headProblems(head),
    ...(pr === undefined || isNumber(pr) ? [] : [`--pr is ${JSON.stringify(pr)}; required: a number`]),
    ...(run === undefined || isNumber(run) ? [] : [`--run is ${JSON.stringify(run)}; required: a number`]),
    ...repositoryProblems(given, { repo: "--repo", apiUrl: "--api-url" }),
  ];
  if (problems.length > 0 || repo === undefined || pr === undefined || token === undefined) {
    throw new PreviewError(problems.join("\n"));
  }
  return {
    host,
    repo,
    apiUrl,
    token,
    pr: Number(pr),
    ...(run === undefined ? {} : { run: Number(run) }),
    ...(head === undefined ? {} : { head }),
  };
}

/** Messages for missing values. */
const missing = {
  github: {
    repo: "which repository? --repo owner/name, or GITHUB_REPOSITORY",
    pr: "which pull request? --pr number, or a workflow of a pull request (GITHUB_EVENT_PATH)",
    token: "there is no token; set GITHUB_TOKEN in the environment",
  },
  gitlab: {
    repo: "which project? --repo path or number, or CI_PROJECT_ID",
    pr: "which merge request? --pr number, or CI_MERGE_REQUEST_IID",
    token: "there is no token; set GITLAB_TOKEN in the environment",
  },
} as const satisfies Record<HostName, object>;

/** Problems of a commit's name. */
export function headProblems(head: string | undefined): string[] {
  if (head === undefined || /^[0-9a-f]{7,64}$/.test(head)) return [];
  return [`--head is ${JSON.stringify(head)}; required: a commit, 7 to 64 digits of 0-9 and a-f`];
}

/** The request and the run, as far as they are known. */
interface Found {
  pr?: string;
  run?: string;
  head?: string;
}

function ofGitHub(options: PlaceOptions, env: Environment): Found {
  const event = eventIn(env.GITHUB_EVENT_PATH);
  return {
    pr: options.pr ?? event.pr,
    run: options.run ?? gitHubRun(env),
    head: options.head ?? event.head,
  };
}

function ofGitLab(options: PlaceOptions, env: Environment): Found {
  return {
    pr: options.pr ?? env.CI_MERGE_REQUEST_IID,
    run: options.run ?? env.CI_PIPELINE_ID,
    // In a merged results pipeline, CI_COMMIT_SHA is a commit that the host made.
    head: options.head ?? env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA ?? env.CI_COMMIT_SHA,
  };
}

/** Runs have rising numbers; a second attempt of a run is newer than its first. */
function gitHubRun({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt = "1" }: Environment): string | undefined {
  return id === undefined || !isNumber(id) || !isNumber(attempt)
    ? undefined
    : String(Number(id) * 100 + Number(attempt));
}

/** The number of the pull request and the commit, from a workflow's event. */
function eventIn(file: string | undefined): { pr?: string; head?: string } {
  if (file === undefined) return {};
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    const request = member(event, "pull_request");
    const number = member(request, "number");
    // A workflow that follows another one gets the commit of that workflow's run.
    const head = member(member(request, "head"), "sha") ?? member(member(event, "workflow_run"), "head_sha");
    return {
      ...(typeof number === "number" ? { pr: String(number) } : {}),
      ...(typeof head === "string" ? { head } : {}),
    };
  } catch {
    return {};
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,15}$/.test(text);
}
