import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo } from "../../support/command";
import { inFolder, program, twoRules } from "../programs";

describe("isotopo preview", () => {
  it("of a clean program ends with 0, and has no colours where there is no terminal", async () => {
    const args = ["preview", "--program", program("small"), "--no-policy"];
    const { code, stdout, stderr } = await isotopo(args, { env: { NO_COLOR: "", FORCE_COLOR: "" } });
    assert.deepEqual([code, stderr], [0, ""]);
    assert.ok(stdout.startsWith("small/dev\n\n+ pulumi:providers:aws "), stdout);
    assert.ok(stdout.includes("\nPolicies: none were asked\n"), stdout);
    assert.ok(!stdout.includes("\u001b"));
  });

  it("with a mandatory violation ends with 1, and tells all of it", async () => {
    const { code, stdout, stderr } = await isotopo([
      "preview",
      "dev",
      "--program",
      program("small"),
      "--policy-pack",
      twoRules,
      "--format",
      "json",
    ]);
    assert.deepEqual([code, stderr], [1, ""]);
    const { policy } = JSON.parse(stdout) as { policy: { violations: { policy: string }[] } };
    assert.deepEqual(
      policy.violations.map((violation) => violation.policy),
      ["no-small-databases", "named-networks"],
    );
  });

  it("with an advisory violation alone ends with 0", async () => {
    const { code, stdout } = await isotopo([
      "preview",
      "--program",
      program("options"),
      "--policy-pack",
      twoRules,
      "--format",
      "markdown",
    ]);
    assert.equal(code, 0);
    assert.match(stdout, /^<!-- isotopo:preview:[0-9a-f]{16} -->\n## .*First preview of `[\w-]+`/);
  });

  it("of a program that throws ends with 2, its author's line and nothing else", async () => {
    const source = join(program("throws"), "index.ts");
    const { code, stdout, stderr } = await isotopo(["preview", "--program", program("throws"), "--no-policy"]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.ok(stderr.startsWith(`isotopo: Error: there are no settings\n    at read (${source}:8:37)\n`), stderr);
  });

  it("of several stacks tells those that work, and names those that do not", async () => {
    const args = ["preview", "nothing", "exits", "--program", program("mistakes"), "--no-policy"];
    const end = "the program ended itself with code 7 (process.exit at index.js:17:24)";
    const { code, stdout, stderr } = await isotopo(args);
    assert.deepEqual([code, stderr], [2, `isotopo: exits: ${end}\n`]);
    assert.ok(
      /^✖ Incomplete: 1 stack could not be previewed.*\n {2}- ✖ exits could not be previewed: the program ended itself with code 7 \(.*\)\.\n[\s\S]*\n\nmistakes\/nothing\n/.test(
        stdout,
      ),
      stdout,
    );
  });

  it("--all takes every stack; --out writes the report and prints nothing", () =>
    inFolder(async (folder) => {
      const out = join(folder, "plan.json");
      writeFileSync(out, "old");
      const args = ["preview", "--all", "--no-policy", "--format", "json", "--out", out];
      assert.deepEqual(await isotopo(args, { cwd: program("cluster") }), { code: 0, stdout: "", stderr: "" });
      const { stacks } = JSON.parse(readFileSync(out, "utf8")) as { stacks: Record<string, unknown> };
      assert.deepEqual(Object.keys(stacks), ["dev", "prod"]);
      assert.deepEqual(readdirSync(folder), ["plan.json"]);
    }));

  it("--out into no folder ends with 2 and one line", () =>
    inFolder(async (folder) => {
      const out = join(folder, "missing/plan.txt");
      const args = ["preview", "nothing", "--program", program("mistakes"), "--no-policy", "--out", out];
      const { code, stdout, stderr } = await isotopo(args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.equal(stderr, `isotopo: can't write ${out}: the folder ${folder}/missing is not there\n`);
      assert.ok(!existsSync(join(folder, "missing")));
    }));

  it("makes several reports in one run, each whole, and of a preview of before all of them again", () =>
    inFolder(async (folder) => {
      const policies = ["--policy-pack", twoRules];
      const out = (name: string) => join(folder, name);
      const run = await isotopo([
        ...["preview", "--program", program("small"), ...policies, "--format", "json", "--out", out("a.json")],
        ...["--format", "sarif", "--out", out("a.sarif"), "--format", "text"],
      ]);
      assert.deepEqual([run.code, run.stderr], [1, ""]);
      const made = JSON.parse(readFileSync(out("a.json"), "utf8"));
      assert.match(run.stdout, /^small\/dev\n/);
      const again = await isotopo([
        ...["preview", "--from", out("a.json")],
        ...["--format", "text", "--format", "json", "--out", out("b.json")],
        ...["--format", "sarif", "--out", out("b.sarif"), "--format", "junit", "--out", out("b.xml")],
        ...["--format", "markdown", "--out", out("b.md"), "--format", "html", "--out", out("b.html")],
      ]);
      assert.deepEqual(again, run);
      assert.deepEqual(JSON.parse(readFileSync(out("b.json"), "utf8")), made);
      assert.equal(readFileSync(out("b.sarif"), "utf8"), readFileSync(out("a.sarif"), "utf8"));
      const beginnings = { "b.xml": "<?xml", "b.md": "<!-- isotopo", "b.html": "<!doctype html>" };
      for (const [name, beginning] of Object.entries(beginnings)) {
        assert.ok(readFileSync(out(name), "utf8").startsWith(beginning), name);
      }
    }));
});
