import { execFile } from "node:child_process";
import { PreviewError } from "../../model/errors";

/** The output of git. */
interface Answer {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs git in a folder. It runs no hooks of the repository, asks for no password, and ignores variables that were set for
 * another repository (as by a hook that calls this command). The signal ends it.
 */
export function git(folder: string, args: readonly string[], signal?: AbortSignal): Promise<Answer> {
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name));
  const env = { ...Object.fromEntries(own), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
  return new Promise((done, fail) => {
    const full = ["-C", folder, "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", ...args];
    execFile("git", full, { env, signal, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") {
        fail(new PreviewError(error.code === "ENOENT" ? "--against needs git, which is not there" : error.message));
      } else done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** As `git`, but anything except success is an error; git's last line follows the given words. */
export async function gitOrFail(
  folder: string,
  args: readonly string[],
  words: string,
  signal?: AbortSignal,
): Promise<string> {
  const { code, stdout, stderr } = await git(folder, args, signal);
  if (code === 0) return stdout;
  const [last = `git ended with ${code}`] = stderr.trim().split("\n").slice(-1);
  throw new PreviewError(`${words}: ${last}`);
}
