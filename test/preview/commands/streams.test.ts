import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "../../support/project";
import { inFolder } from "../programs";

/** More than a pipe holds, as JSON. */
const many = 300;

/** Manifests that break a mandatory rule, or none. */
function manifests(hostNetwork: boolean): string {
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { hostNetwork: true, containers: [] }\n`;
  const maps = Array.from({ length: many }, (_, i) =>
    ["apiVersion: v1", "kind: ConfigMap", `metadata: { name: settings-${i}, namespace: shop }`, ""].join("\n"),
  );
  return [...maps, ...(hostNetwork ? [pod] : [])].join("---\n");
}

interface Ended {
  code: number | null;
  stderr: string;
}

/** Runs the command; the reader of a stream goes away at once, or with the first that it gets. */
async function run(
  args: string[],
  leaving: { stream?: "stdout" | "stderr"; late?: boolean; env?: Record<string, string> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(projectDir, "preview/bin/isotopo.js"), ...args], {
    env: { ...process.env, NO_COLOR: "1", ...leaving.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  for (const name of ["stdout", "stderr"] as const) {
    const stream = child[name];
    if (name !== leaving.stream) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        if (name === "stderr") stderr += text;
      });
    } else if (leaving.late) stream.once("data", () => stream.destroy());
    else stream.destroy();
  }
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, stderr };
}

describe("a reader that goes away", () => {
  for (const stream of ["stdout", "stderr"] as const) {
    for (const late of [false, true]) {
      for (const [found, expected] of [
        ["a violation", 1],
        ["nothing", 0],
      ] as const) {
        it(`${late ? "late" : "early"} from ${stream} leaves the verdict on ${found} and all files as they are`, () =>
          inFolder(async (folder) => {
            const file = join(folder, "all.yaml");
            writeFileSync(file, manifests(found === "a violation"));
            const outs = { json: join(folder, "a.json"), junit: join(folder, "b.xml") };
            const reports = ["--format", "json", "--out", outs.json, "--format", "junit", "--out", outs.junit];
            // Something for each stream to tell, before and behind the judging.
            const args = [
              "check",
              file,
              "--format",
              "sarif",
              ...reports,
              "--exclude",
              "none",
              "--fail-on",
              "mandatory",
            ];
            assert.equal((await run(args, { stream, late })).code, expected);
            assert.equal(JSON.parse(readFileSync(outs.json, "utf8")).stacks[0].resources.length, many + expected);
            assert.match(readFileSync(outs.junit, "utf8"), /<\/testsuites>\n$/);
          }));
      }
    }
  }
});

describe("a run that does not come to its end", () => {
  const ways: [what: string, script: string, words: RegExp][] = [
    [
      "an error that is thrown outside of it",
      'setTimeout(() => { throw new Error("late one"); }, 1);',
      /^isotopo: an error that it did not expect ended the run:\nError: late one\n/,
    ],
    [
      "a promise that is rejected outside of it",
      'setTimeout(() => void Promise.reject(new Error("late one")), 1);',
      /^isotopo: an error that it did not expect ended the run:\nError: late one\n/,
    ],
    [
      "an end that something in it makes",
      "setTimeout(() => process.exit(), 1);",
      /^isotopo: the run ended before it came to a result\n$/,
    ],
  ];
  for (const [what, script, words] of ways) {
    it(`for ${what} ends with 2, in words`, () =>
      inFolder(async (folder) => {
        const file = join(folder, "all.yaml");
        writeFileSync(file, manifests(false));
        const preload = join(folder, "preload.cjs");
        // The processes of packs take the same options.
        writeFileSync(preload, `if (process.argv[1].endsWith("isotopo.js")) { ${script} }\n`);
        const { code, stderr } = await run(["check", file], { env: { NODE_OPTIONS: `--require ${preload}` } });
        assert.equal(code, 2);
        assert.match(stderr, words);
      }));
  }
});
