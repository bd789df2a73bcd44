import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "junit2json";
import type { Log } from "sarif";
import { type FormatName, formatNames } from "../../../preview/formats/registry";
import { isotopo } from "../../support/command";
import { inFolder, program } from "../programs";
import { bucket, logOf, pre, stack } from "../sources/pulumi/events";

/** How each form says that a stack is missing: the next form has to be named here. */
const saysSo: Readonly<Record<FormatName, (report: string) => unknown>> = {
  text: (report) => assert.match(report, /^✖ Incomplete: 1 stack could not be previewed; [\s\S]*\n {2}prod\n/),
  json: (report) => {
    const { stacks, failures } = JSON.parse(report);
    assert.deepEqual(Object.keys(stacks), ["dev", "staging"]);
    assert.deepEqual([failures.length, failures[0].project, failures[0].stack], [1, "one-of-three", "prod"]);
  },
  markdown: (report) =>
    assert.match(
      report.split("\n").slice(0, 12).join("\n"),
      /^## ⛔ Incomplete: 1 stack could not be previewed;[\s\S]*\n2 stacks, without 1 that could not be previewed\.[\s\S]*\n- ⛔ `prod` could not be previewed: .*no account for/m,
    ),
  html: (report) =>
    assert.match(
      report,
      /<h1 class="bad">.*Incomplete: 1 stack could not be previewed[\s\S]*<h2 id="stack-prod">prod</,
    ),
  sarif: (report) => {
    const log: Log = JSON.parse(report);
    const told = log.runs.flatMap(({ invocations = [] }) => invocations.filter((one) => !one.executionSuccessful));
    const [words = "", ...others] = told.flatMap(({ toolExecutionNotifications = [] }) =>
      toolExecutionNotifications.map(({ level, message }) => `${level}: ${message.text}`),
    );
    assert.match(words, /^error: prod could not be previewed: Error: no account/);
    assert.deepEqual(others, []);
    // No run of that stack: without results it would close all that was found in it before.
    assert.ok(log.runs.every(({ automationDetails }) => automationDetails?.id !== "prod/"));
  },
  junit: async (report) => {
    const read = await parse(report);
    assert.ok(read !== undefined && read !== null && "testsuite" in read);
    const broken = read.testsuite?.filter(({ errors = 0, failures = 0 }) => errors + failures > 0);
    assert.deepEqual(
      broken?.map(({ name, errors }) => [name, errors]),
      [["prod", 1]],
    );
  },
};

describe("A run in which a stack can't be previewed", function () {
  this.timeout(60_000);

  it("says so in every form, without its secret, and so do the forms made of its JSON, and the comment", () =>
    inFolder(async (folder) => {
      const places = (run: string) =>
        formatNames.flatMap((name) => ["--format", name, "--out", join(folder, `${run}.${name}`)]);
      const told = (run: string, name: FormatName) => readFileSync(join(folder, `${run}.${name}`), "utf8");
      const first = await isotopo([
        ...["preview", "--all", "--program", program("one-of-three"), "--no-policy"],
        ...places("first"),
      ]);
      assert.deepEqual([first.code, first.stdout], [2, ""]);
      assert.match(first.stderr, /^isotopo: prod: Error: no account for \[secret\]\n/);

      const json = join(folder, "first.json");
      const again = await isotopo(["preview", "--from", json, ...places("again")]);
      const words = "isotopo: incomplete: 1 stack could not be previewed: prod\n";
      assert.deepEqual(again, { code: 2, stdout: "", stderr: words });
      for (const name of formatNames) {
        for (const run of ["first", "again"]) {
          const report = told(run, name);
          assert.doesNotMatch(report, /encrypted-/, `${run} ${name}`);
          await saysSo[name](report);
        }
      }
      assert.equal(told("again", "json"), told("first", "json"));

      const comment = await isotopo(["comment", "--from", json, "--dry-run", "--marker", "preview"]);
      assert.equal(comment.code, 0);
      saysSo.markdown(comment.stdout);
      assert.match(comment.stdout, /Said by the pull request/);

      const against = ["preview", "prod", "--program", program("one-of-three"), "--no-policy", "--against", json];
      const later = await isotopo([...against, "--format", "json"]);
      assert.equal(later.code, 2);
      const { failures } = JSON.parse(later.stdout);
      assert.equal(failures.length, 1);

      const checked = await isotopo(["check", json]);
      assert.equal(checked.code, 2);
      assert.match(checked.stderr, /has a stack that could not be previewed, so no rule has judged it\n/);
    }));

  it("is one too where Pulumi's own preview ended with an error: what it planned until then is told, and no gate lets it pass", () =>
    inFolder(async (folder) => {
      const file = join(folder, "events.log");
      const error = { diagnosticEvent: { prefix: "error: ", message: "no account\n", severity: "error" } };
      const text = logOf([stack, pre("create", bucket, "new", undefined, {}), error]);
      writeFileSync(file, text);
      const { code, stdout, stderr } = await isotopo(["preview", "--from", file]);
      assert.deepEqual([code, stderr], [2, "isotopo: incomplete: 1 stack could not be previewed: prod\n"]);
      assert.match(stdout, /^✖ Incomplete: 1 error of the program/);
    }));

  it("takes a stack that could not be previewed for no new one, where another run is compared with it", () =>
    inFolder(async (folder) => {
      const base = join(folder, "base.json");
      writeFileSync(base, JSON.stringify({ stacks: {}, failures: [{ project: "small", stack: "dev", words: "no" }] }));
      const args = ["preview", "dev", "--program", program("small"), "--no-policy", "--against", base];
      const words = `isotopo: ${base} has no dev: it could not be previewed when that was made\n`;
      assert.deepEqual(await isotopo(args), { code: 2, stdout: "", stderr: words });
    }));

  it("writes what was asked for where all fail too: no report of before stays", () =>
    inFolder(async (folder) => {
      const place = (name: string) => join(folder, `plan.${name}`);
      for (const name of formatNames) writeFileSync(place(name), "of before");
      const args = ["preview", "exits", "unset", "--program", program("mistakes"), "--no-policy"];
      const places = formatNames.flatMap((name) => ["--format", name, "--out", place(name)]);
      const { code, stdout } = await isotopo([...args, ...places]);
      assert.deepEqual([code, stdout], [2, ""]);
      for (const name of formatNames) {
        const report = readFileSync(place(name), "utf8");
        assert.ok(existsSync(place(name)) && report !== "of before", name);
        assert.match(report, /exits[\s\S]*the program ended itself with code 7/, name);
      }
      assert.deepEqual(JSON.parse(readFileSync(place("json"), "utf8")).stacks, {});
    }));
});
