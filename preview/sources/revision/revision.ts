import { PreviewError } from "../../model/errors";
import { git, gitOrFail } from "./git";

/** A commit of a repository. */
export interface Revision {
  /** Top folder of the repository's work tree. */
  repository: string;
  commit: string;
  /** The revision as the user named it, with the commit: `main (1a2b3c4)`. */
  name: string;
}

/** Finds the commit of a revision, in the repository of a folder. Throws a `PreviewError` if there is none. */
export async function revisionOf(folder: string, asked: string): Promise<Revision> {
  const top = await git(folder, ["rev-parse", "--show-toplevel"]);
  if (top.code !== 0) {
    // For any reason but a missing repository, git's own message is shown.
    if (!/not a git repository/.test(top.stderr)) throw refused(folder, asked, top.stderr);
    throw new PreviewError(
      `--against ${asked}: ${folder} is in no git repository; give a plan file that \`isotopo preview --format json\` wrote`,
    );
  }
  const repository = top.stdout.replace(/\n$/, "");
  const found = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${asked}^{commit}`]);
  if (found.code !== 0) throw await unknownRevision(folder, asked);
  const commit = found.stdout.trim();
  const short = (await gitOrFail(folder, ["rev-parse", "--short", commit], `--against ${asked}`)).trim();
  return { repository, commit, name: commit.startsWith(asked) ? short : `${asked} (${short})` };
}

/** Git refuses the repository of another user; this happens in containers that mount one. */
function refused(folder: string, asked: string, stderr: string): PreviewError {
  const [, owned] = /dubious ownership in repository at '(.*)'/.exec(stderr) ?? [];
  if (owned === undefined)
    return new PreviewError(`--against ${asked}: git fails in ${folder}: ${stderr.trim().split("\n")[0]}`);
  return new PreviewError(
    `--against ${asked}: ${owned} belongs to another user, so git does not read it; where you trust it: git config --global --add safe.directory '${owned}'`,
  );
}

async function unknownRevision(folder: string, asked: string): Promise<PreviewError> {
  const shallow = (await git(folder, ["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
  const hint = shallow
    ? "this clone is shallow: fetch more of it (git fetch --unshallow, or fetch-depth: 0 of actions/checkout)"
    : "name a branch, a tag or a commit, or a plan file that ends in .json";
  return new PreviewError(`--against ${JSON.stringify(asked)} is no revision of this repository; ${hint}`);
}
