import { closeSync, openSync, readSync } from "node:fs";
import { requestsOf } from "../preview/hosts/connect";
import { repositoryOf } from "../preview/hosts/repository";
import { PreviewError } from "../preview/model/errors";
import { refusal } from "./cli";
import { findPullRequest } from "./find-pull-request";

const refuse = refusal("pull-request");

/**
 * Prints `number=<n>` for the open pull or merge request that a run was for, as a step's output; nothing where there is none any
 * more. HEAD_SOURCE, HEAD_BRANCH and HEAD_SHA say where the run's commit comes from, its artifact (NUMBER_FILE) the number; that
 * they belong together, the host says.
 */
async function main(): Promise<number> {
  const { HEAD_SOURCE: source, HEAD_BRANCH: branch, HEAD_SHA: sha, NUMBER_FILE } = process.env;
  if (!source || !branch || !sha) return refuse("needs HEAD_SOURCE, HEAD_BRANCH and HEAD_SHA");
  try {
    const host = await requestsOf(repositoryOf(process.env), process.env);
    const named = NUMBER_FILE ? numberIn(NUMBER_FILE) : undefined;
    const found = await findPullRequest(host, { source, branch, sha }, named);
    if ("none" in found) console.error(`pull-request: ${found.none}`);
    else console.log(`number=${found.number}`);
    return 0;
  } catch (error) {
    if (error instanceof PreviewError) return refuse(...error.message.split("\n"));
    throw error;
  }
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
