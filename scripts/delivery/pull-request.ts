import { findPullRequest } from "./find-pull-request";

/**
 * Prints `number=<n>` for the open pull request that a workflow ran for, as a step's output; nothing where there is none any
 * more. The run says branch and commit; which pull request that is, the API says.
 */
async function main(): Promise<number> {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, HEAD_OWNER, HEAD_BRANCH, HEAD_SHA } = process.env;
  if (!GITHUB_REPOSITORY || !GITHUB_TOKEN || !HEAD_OWNER || !HEAD_BRANCH || !HEAD_SHA) {
    console.error("pull-request: needs GITHUB_REPOSITORY, GITHUB_TOKEN, HEAD_OWNER, HEAD_BRANCH and HEAD_SHA");
    return 2;
  }
  const number = await findPullRequest({
    apiUrl: GITHUB_API_URL ?? "https://api.github.com",
    token: GITHUB_TOKEN,
    repo: GITHUB_REPOSITORY,
    head: { owner: HEAD_OWNER, branch: HEAD_BRANCH, sha: HEAD_SHA },
  });
  if (number === undefined) console.error("pull-request: no open pull request has this head; a newer run will comment");
  else console.log(`number=${number}`);
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
