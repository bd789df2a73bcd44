import { closeSync, openSync, readSync } from "node:fs";
import { findPullRequest } from "./find-pull-request";

/**
 * Prints `number=<n>` for the open pull request that a workflow ran for, as a step's output; nothing where there is none any
 * more. The run says branch and commit, its artifact (NUMBER_FILE) the number; that they belong together, the API says.
 */
async function main(): Promise<number> {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, HEAD_OWNER, HEAD_BRANCH, HEAD_SHA, NUMBER_FILE } =
    process.env;
  if (!GITHUB_REPOSITORY || !GITHUB_TOKEN || !HEAD_OWNER || !HEAD_BRANCH || !HEAD_SHA) {
    console.error("pull-request: needs GITHUB_REPOSITORY, GITHUB_TOKEN, HEAD_OWNER, HEAD_BRANCH and HEAD_SHA");
    return 2;
  }
  const found = await findPullRequest({
    apiUrl: GITHUB_API_URL ?? "https://api.github.com",
    token: GITHUB_TOKEN,
    repo: GITHUB_REPOSITORY,
    head: { owner: HEAD_OWNER, branch: HEAD_BRANCH, sha: HEAD_SHA },
    named: NUMBER_FILE ? numberIn(NUMBER_FILE) : undefined,
  });
  if ("none" in found) console.error(`pull-request: ${found.none}`);
  else console.log(`number=${found.number}`);
  return 0;
}

/** Longest number that is read: what the file holds is the pull request's. */
const mostCharacters = 12;

/** The number that a file holds; undefined where there is no such file, or it holds anything else. */
function numberIn(file: string): number | undefined {
  const bytes = Buffer.alloc(mostCharacters + 1);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    const text = bytes.toString("latin1", 0, readSync(descriptor, bytes)).trim();
    return /^[1-9]\d*$/.test(text) && text.length < mostCharacters ? Number(text) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

void main().then((code) => {
  process.exitCode = code;
});
