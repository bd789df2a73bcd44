import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { isotopo } from "../../support/command";
import { inFolder, program, twoRules } from "../programs";

const started = z.object({ runner: z.string(), args: z.array(z.string()) });

/** Has each process of the SDK write what Node.js was started with, in front of its program. */
const recorder = `
  const [, runner] = /cmd[\\\\/](run[^\\\\/]*)/.exec(process.argv[1] ?? "") ?? [];
  if (runner) require("node:fs").appendFileSync(process.env.RECORD, JSON.stringify({ runner, args: process.execArgv }) + "\\n");`;

/** The options of V8 and the preloads that the program and the pack of a command run with. */
function startedBy(args: readonly string[]): Promise<Record<string, string[]>> {
  return inFolder(async (folder) => {
    const [record, script] = [join(folder, "record"), join(folder, "recorder.cjs")];
    writeFileSync(script, recorder);
    const env = { NODE_OPTIONS: `--require ${script}`, RECORD: record };
    const { code, stderr } = await isotopo(args, { env });
    assert.ok(code === 0 || code === 1, stderr);
    const lines = readFileSync(record, "utf8").trim().split("\n");
    const runs = lines.map((line) => started.parse(JSON.parse(line)));
    return Object.fromEntries(
      runs.map((run) => [run.runner, run.args.filter((arg) => arg !== "--require").map((arg) => basename(arg))]),
    );
  });
}

const preview = ["preview", "dev", "--program", program("small"), "--policy-pack", twoRules];
const v8 = ["--max-semi-space-size=4", "--initial-heap-size=128"];
const late = ["late-modules.js", "late-inspector.js"];

/** A plan as both tell it: the SDK takes the lines of compiled TypeScript for those of its source. */
function withoutLines({ steps, ...plan }: { steps: object[] }): object {
  return { ...plan, duration: 0, steps: steps.map((step) => ({ ...step, source: undefined })) };
}

describe("--no-preload", () => {
  it("leaves the program what its end is seen by, and the pack what ends it with the preview", async () => {
    assert.deepEqual(await startedBy([...preview, "--no-preload"]), {
      run: ["lifeline.js", "cjs", "own-end.js", "stack-references.js"],
      "run-policy-pack": ["lifeline.js"],
    });
    assert.deepEqual(await startedBy(preview), {
      run: [
        "lifeline.js",
        ...v8,
        ...late,
        "cjs",
        "plain-packages.js",
        "cheap-stacks.js",
        "own-end.js",
        "stack-references.js",
      ],
      "run-policy-pack": ["lifeline.js", ...v8, ...late],
    });
  });

  it("says the same of a program, and check the same of files", () =>
    inFolder(async (folder) => {
      const [plan, other] = [join(folder, "plan.json"), join(folder, "other.json")];
      await isotopo([...preview, "--format", "json", "--out", plan]);
      await isotopo([...preview, "--no-preload", "--format", "json", "--out", other]);
      const [one, two] = [plan, other].map((file) => withoutLines(JSON.parse(readFileSync(file, "utf8"))));
      assert.deepEqual(two, one);
      assert.deepEqual(await startedBy(["check", plan, "--policy-pack", twoRules, "--no-preload"]), {
        "run-policy-pack": ["lifeline.js"],
      });
    }));
});

describe("NODE_DEBUG=isotopo", () => {
  it("shows what preloads left out, and nothing else does", () =>
    inFolder(async (folder) => {
      const loader = join(folder, "loader.cjs");
      writeFileSync(loader, "");
      const project = join(folder, "Pulumi.yaml");
      writeFileSync(
        project,
        `name: small\nmain: ${program("small")}/\nruntime:\n  name: nodejs\n  options: { nodeargs: "--require ${loader}" }\n`,
      );
      writeFileSync(join(folder, "Pulumi.dev.yaml"), readFileSync(join(program("small"), "Pulumi.dev.yaml"), "utf8"));
      const run = (env: Record<string, string>) =>
        isotopo(["preview", "dev", "--program", folder, "--no-policy"], { env });
      assert.match(
        (await run({ NODE_DEBUG: "isotopo" })).stderr,
        new RegExp(`^ISOTOPO \\d+: left out: plain-packages: files of packages: ${loader} may change them$`, "m"),
      );
      assert.doesNotMatch((await run({})).stderr, /left out/);
    }));
});
