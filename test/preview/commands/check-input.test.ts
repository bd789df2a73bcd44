import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo } from "../../support/command";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";
import { checking, database, exported, privileged } from "./checking";

describe("isotopo check", () => {
  const mistakes: [what: string, text: string, words: string][] = [
    ["half a file", '{"deployment": {"resources": [', "is no JSON: it ends in the middle"],
    ["something else", '{"a": 1}', "is no stack export, no preview and no Kubernetes manifest"],
  ];

  for (const [what, text, words] of mistakes) {
    it(`of ${what} alone ends with 2 and says so, also in the report`, () =>
      checking("file.json", text, async (check, folder) => {
        const { code, stdout, stderr } = await check("--format", "json");
        const file = join(folder, "file.json");
        assert.equal(code, 2);
        assert.equal(stderr, `isotopo: ${file} ${words}\n`);
        assert.deepEqual(JSON.parse(stdout), {
          stacks: [],
          reading: { files: 1, problems: [{ file, words }], warnings: [], skipped: [], excluded: 0, idle: [] },
        });
      }));
  }

  const empty: [what: string, text: string, looked: string, skipped?: string][] = [
    ["nothing", "", "1 file read"],
    ["no resources", exported([]), "1 file read, 1 stack without resources", "holds a stack without resources"],
  ];

  for (const [what, text, looked, skipped] of empty) {
    it(`of ${what} writes its report and ends with 2, or with 0 where that is allowed`, () =>
      checking("file.json", text, async (check, folder) => {
        const out = join(folder, "report");
        const { code, stdout, stderr } = await check("--out", out);
        const remark = skipped === undefined ? "" : `${join(folder, "file.json")} ${skipped}`;
        const told = remark === "" ? "" : `isotopo: skipped: ${remark}\n`;
        assert.deepEqual([code, stdout], [2, ""]);
        assert.equal(
          readFileSync(out, "utf8").replace(/\s+/g, " "),
          remark === "" ? "1 file read" : `Nothing to judge: ${remark} 1 file read`,
        );
        assert.equal(
          stderr,
          `${told}isotopo: nothing to judge in ${join(folder, "file.json")}: ${looked}; --allow-empty says that this is well\n`,
        );
        const { code: allowed, stderr: rest } = await check("--allow-empty");
        assert.deepEqual([allowed, rest], [0, told]);
      }));
  }

  it("of a folder judges what is well, and tells in every format what was not read", () =>
    inFolder(async (folder) => {
      writeFiles(folder, {
        "pod.yaml": privileged.replace("hostNetwork: true", "hostNetwork: no, hostNetwork: On"),
        "broken.yaml": "a: [\n",
        "values.yaml": "a: <b>\n",
        "left/out.yaml": privileged,
      });
      const said = {
        problem:
          "is no YAML: it is indented otherwise than what it belongs to, or a list or mapping in brackets is not closed (column 1)",
        warning: "has a key that its mapping has already (column 26); the later one is judged, as kubectl takes it",
        skipped: "is no stack export, no preview and no Kubernetes manifest",
      };
      const run = (...options: string[]) =>
        isotopo(["check", folder, "--exclude", "left", "--exclude", "none", ...options]);
      const { code, stdout, stderr } = await run();
      assert.equal(code, 2);
      const lines = (text: string) => text.replaceAll(`${folder}/`, "").split("\n");
      assert.deepEqual(lines(stderr), [
        `isotopo: skipped: values.yaml:1 ${said.skipped}`,
        `isotopo: warning: pod.yaml:4 ${said.warning}`,
        "isotopo: warning: --exclude none left out no file",
        `isotopo: broken.yaml:2 ${said.problem}`,
        "",
      ]);
      assert.ok(stdout.includes("containers-host-namespaces"));
      assert.match(stdout, /Not read, so no rule has judged it:\n.*broken\.yaml:2 is no YAML/s);
      assert.ok(stdout.endsWith("3 files read; 1 file left out by --exclude; --exclude none left out none\n"), stdout);
      const json = JSON.parse((await run("--format", "json")).stdout);
      assert.deepEqual(json.reading, {
        files: 3,
        problems: [{ file: join(folder, "broken.yaml"), line: 2, words: said.problem }],
        warnings: [{ file: join(folder, "pod.yaml"), line: 4, words: said.warning }],
        skipped: [{ file: join(folder, "values.yaml"), line: 1, words: said.skipped }],
        excluded: 1,
        idle: ["none"],
      });
      const sarif = JSON.parse((await run("--format", "sarif")).stdout);
      const [invocation] = sarif.runs.at(-1).invocations;
      assert.equal(invocation.executionSuccessful, false);
      assert.deepEqual(
        invocation.toolExecutionNotifications.map(
          ({ level, message }: { level: string; message: { text: string } }) => [
            level,
            message.text.replaceAll(`${folder}/`, ""),
          ],
        ),
        [
          ["error", `broken.yaml:2 ${said.problem}`],
          ["warning", `pod.yaml:4 ${said.warning}`],
        ],
      );
      const junit = (await run("--format", "junit")).stdout;
      assert.match(junit, /broken\.yaml:2">\s*<error message="is no YAML: [^"]*" type="not read"\/>/);
      for (const format of ["markdown", "html"]) {
        const report = (await run("--format", format)).stdout;
        for (const words of ["Not read, so no rule has judged it", "broken.yaml:2", "pod.yaml:4", "values.yaml:1"]) {
          assert.ok(report.includes(words), `${format}: ${words}`);
        }
      }
    }));

  it("of types that no rule is about ends with 2 and says so, or with 0 where that is allowed", () => {
    const strange = {
      urn: "urn:pulumi:shop-dev::shop::moon:base/dome:Dome::one",
      type: "moon:base/dome:Dome",
      inputs: { air: false },
    };
    return checking("state.json", exported([strange]), async (check, folder) => {
      const { code, stdout, stderr } = await check();
      assert.equal(code, 2);
      assert.equal(
        stderr,
        `isotopo: nothing to judge in ${join(folder, "state.json")}: 1 file read, no rule is about any of 1 resource; --allow-empty says that this is well\n`,
      );
      assert.match(
        stdout,
        /: nothing was judged\n {2}judged as dev: .*\n\nNo rule is about moon:base\/dome:Dome \(1\)\. Rules are about aws, /,
      );
      assert.match(stdout, /\nshop-dev: 0 of 1 resource judged, no mandatory violation\n/);
      assert.equal((await check("--allow-empty")).code, 0);
    });
  });

  it("of 50 MB ends well", () => {
    const large = Array.from({ length: 50 }, (_, i) =>
      database(`db${i}`, { storageEncrypted: true, userData: "x".repeat(1_000_000) }),
    );
    return checking("state.json", exported(large), async (check) => {
      const { code, stdout, stderr } = await check("--format", "json");
      assert.deepEqual([code, stderr], [1, ""]);
      assert.equal(JSON.parse(stdout).stacks[0].resources.length, 50);
    });
  });
});
