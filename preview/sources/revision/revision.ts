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
export async function revisionOf(folder: string, reference: string): Promise<Revision> {
  const top = await git(folder, ["rev-parse", "--show-toplevel"]);
  if (top.code !== 0) {
    // For any reason but a missing repository, git's own message is shown.
    if (!/not a git repository/.test(top.stderr)) throw refused(folder, reference, top.stderr);
    throw new PreviewError(
      `--against ${reference}: ${folder} is in no git repository; give a plan file that \`isotopo preview --format json\` wrote`,
    );
  }
  const repository = top.stdout.replace(/\n$/, "");
  const found = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`]);
  if (found.code !== 0) throw await unknownRevision(folder, reference);
  const commit = found.stdout.trim();
  const short = (await gitOrFail(folder, ["rev-parse", "--short", commit], `--against ${reference}`)).trim();
  return { repository, commit, name: commit.startsWith(reference) ? short : `${reference} (${short})` };
}

/** Git refuses the repository of another user; this happens in containers that mount one. */
function refused(folder: string, reference: string, stderr: string): PreviewError {
  const [, owned] = /dubious ownership in repository at '(.*)'/.exec(stderr) ?? [];
  if (owned === undefined)
    return new PreviewError(`--against ${reference}: git fails in ${folder}: ${stderr.trim().split("\n")[0]}`);
  return new PreviewError(
    `--against ${reference}: ${owned} belongs to another user, so git does not read it; where you trust it: git config --global --add safe.directory '${owned}'`,
  );
}

async function unknownRevision(folder: string, reference: string): Promise<PreviewError> {
  const shallow = (await git(folder, ["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
  const hint = shallow
    ? "this clone is shallow: fetch more of it (git fetch --unshallow, or fetch-depth: 0 of actions/checkout)"
    : "name a branch, a tag or a commit, or a plan file that ends in .json";
  return new PreviewError(`--against ${JSON.stringify(reference)} is no revision of this repository; ${hint}`);
}
