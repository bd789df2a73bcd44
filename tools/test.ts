import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { buildPackages } from "./built";

/**
 * What previews every stack and every registry, and shares the plans, with the documentation; and all the rest, what changes of a
 * topology do among it, so that both halves take as long. Each half keeps about one core busy.
 */
const folders = "test/{stacks,parity,components,infra,docs,edge,registry}/**";
const halves = [[`${folders}/*.test.ts`], ["test/**/*.test.ts", "--ignore", folders]];

/**
 * Runs the tests: `npm test` all of them, in two processes at once, `npm test -- FILE` as mocha does. The second half's words
 * come when the first has ended. Ends with the code of the half that failed.
 */
async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return ended(mocha(args, "inherit"));
  // Once, before two runs do it at the same time.
  buildPackages();
  const [first = [], second = []] = halves;
  const later = mocha(second, "pipe");
  let words = "";
  for (const stream of [later.stdout, later.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      words += text;
    });
  }
  const waiting = ended(later);
  const code = await ended(mocha(first, "inherit"));
  const laterCode = await waiting;
  process.stdout.write(words);
  return code || laterCode;
}

function mocha(args: readonly string[], stdio: "inherit" | "pipe"): ChildProcess {
  const command = require.resolve("mocha/bin/mocha.js");
  return spawn(process.execPath, [command, ...args], {
    cwd: resolve(__dirname, ".."),
    stdio: ["inherit", stdio, stdio],
  });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done(code ?? 1));
  });
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
