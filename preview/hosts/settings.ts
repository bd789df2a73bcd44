import { readFileSync } from "node:fs";
import { PreviewError } from "../engine/errors";
import type { HostSettings } from "./host";
import { type HostName, type RepositoryOptions, repositoryProblems, saidRepository } from "./repository";

/** What the command line says of the place; the environment of a CI job says the rest. */
export interface PlaceOptions extends RepositoryOptions {
  pr?: string;
  run?: string;
  head?: string;
}

/** Where a comment is posted, and by which run. */
export interface Place extends HostSettings {
  host: HostName;
  run?: number;
  /** The commit that was previewed. */
  head?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Puts together what options and the job's environment say. Throws a `PreviewError` that names all that is missing. */
export function placeOf(options: PlaceOptions, env: Environment): Place {
  const said = saidRepository(options, env);
  const { host, repo, apiUrl, token } = said;
  // A variable that is set to nothing says nothing.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const { pr, run, head } = host === "github" ? ofGitHub(options, set) : ofGitLab(options, set);
  const words = missing[host];
  const problems = [
    ...(repo === undefined ? [words.repo] : []),
    ...(pr === undefined ? [words.pr] : []),
    ...(token === undefined ? [words.token] : []),
    ...headProblems(head),
    ...(pr === undefined || isNumber(pr) ? [] : [`--pr is ${JSON.stringify(pr)}; required: a number`]),
    ...(run === undefined || isNumber(run) ? [] : [`--run is ${JSON.stringify(run)}; required: a number`]),
    ...repositoryProblems(said, { repo: "--repo", apiUrl: "--api-url" }),
  ];
  if (problems.length > 0 || repo === undefined || pr === undefined || token === undefined) {
    throw new PreviewError(problems.join("\n"));
  }
  return {
    ...{ host, repo, apiUrl, token },
    pr: Number(pr),
    ...(run === undefined ? {} : { run: Number(run) }),
    ...(head === undefined ? {} : { head }),
  };
}

/** What is told where something is not said. */
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

/** What is wrong with the name of a commit. */
export function headProblems(head: string | undefined): string[] {
  if (head === undefined || /^[0-9a-f]{7,64}$/.test(head)) return [];
  return [`--head is ${JSON.stringify(head)}; required: a commit, 7 to 64 digits of 0-9 and a-f`];
}

/** What is said of the request and of the run. */
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
    // In a pipeline of merged results, CI_COMMIT_SHA is one that the host made.
    head: options.head ?? env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA ?? env.CI_COMMIT_SHA,
  };
}

/** Runs are numbered upwards; a second attempt of one is newer than its first. */
function gitHubRun({ GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt = "1" }: Environment): string | undefined {
  return id === undefined || !isNumber(id) || !isNumber(attempt)
    ? undefined
    : String(Number(id) * 100 + Number(attempt));
}

/** What the event of a workflow says: the number of the pull request that it runs for, and the commit. */
function eventIn(file: string | undefined): { pr?: string; head?: string } {
  if (file === undefined) return {};
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    const request = member(event, "pull_request");
    const number = member(request, "number");
    // A workflow that follows another one is told of the commit that the other one ran for.
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
