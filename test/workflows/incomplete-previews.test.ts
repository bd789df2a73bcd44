import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectDir } from "../support/project";

function read<T>(path: string, shape: z.ZodType<T>): T {
  return shape.parse(parse(readFileSync(join(projectDir, path), "utf8")));
}

const step = z.object({ name: z.string().optional(), uses: z.string().optional(), if: z.string().optional() });
const steps = z.array(step);

/** A run in which stacks failed ends with 2, and has written a report that says so: that has to reach the pull request. */
describe("a preview that failed in part", () => {
  it("is kept and posted on GitHub", () => {
    const { jobs } = read(
      ".github/workflows/preview.yml",
      z.object({ jobs: z.object({ preview: z.object({ steps }) }) }),
    );
    const after = jobs.preview.steps.slice(
      jobs.preview.steps.findIndex(({ name }) => name === "Preview what changes") + 1,
    );
    assert.ok(after.some(({ uses }) => uses?.startsWith("actions/upload-artifact@")));
    // A step without such a condition is left out once another has failed.
    for (const one of after) assert.match(one.if ?? "", /!cancelled\(\)/, one.name ?? one.uses);
    const comment = read(
      ".github/workflows/preview-comment.yml",
      z.object({ jobs: z.object({ comment: z.object({ if: z.string() }) }) }),
    );
    assert.equal(comment.jobs.comment.if, "github.event.workflow_run.event == 'pull_request'");
  });

  it("is kept and posted on GitLab", () => {
    const { preview, comment } = read(
      ".gitlab-ci.yml",
      z.object({
        preview: z.object({ artifacts: z.object({ when: z.string(), paths: z.array(z.string()) }) }),
        comment: z.object({ rules: z.array(z.object({ when: z.string() })) }),
      }),
    );
    assert.equal(preview.artifacts.when, "always");
    assert.ok(preview.artifacts.paths.includes("preview.json"));
    assert.deepEqual(
      comment.rules.map(({ when }) => when),
      ["always"],
    );
  });
});
