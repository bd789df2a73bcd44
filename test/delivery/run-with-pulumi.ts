import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "../preview/programs";
import { type Outcome, run } from "../support/command";
import { fixtureProject } from "../support/fixture/project";
import { FakePulumi, type Script } from "./fake-pulumi";

/** What a script of the delivery left behind. */
export interface Delivered extends Outcome {
  /** How it called `pulumi`, a line for each. */
  calls: string[];
  /** What later steps of the workflow are told. */
  output: string;
}

/** A signal that the script gets once it has called `pulumi` so. */
export interface Cancel {
  at: RegExp;
  signal: NodeJS.Signals;
}

/** Runs a script of `delivery` in the project of the tests' applications, with a `pulumi` that answers by a script. */
export function runWithPulumi(
  name: string,
  args: readonly string[],
  script: Script,
  env: Record<string, string> = {},
  cancel?: Cancel,
): Promise<Delivered> {
  return inFolder(async (folder) => {
    const pulumi = new FakePulumi(folder, script);
    const output = join(folder, "output");
    const command = ["--import", "tsx", `delivery/${name}.ts`, ...args];
    const began = (child: ChildProcess) => {
      if (cancel === undefined) return;
      const looking = setInterval(() => {
        if (!cancel.at.test(pulumi.calls.join("\n"))) return;
        clearInterval(looking);
        child.kill(cancel.signal);
      }, 20);
      child.once("close", () => clearInterval(looking));
    };
    const outcome = await run(process.execPath, command, {
      cwd: fixtureProject(),
      env: { PATH: pulumi.path, GITHUB_OUTPUT: output, ...env },
      began,
    });
    return { ...outcome, calls: pulumi.calls, output: existsSync(output) ? readFileSync(output, "utf8") : "" };
  });
}
