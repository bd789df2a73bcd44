import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectDir } from "../support/project";
import { pulumiVersion } from "./workflow-files";

const text = readFileSync(join(projectDir, ".gitlab-ci.yml"), "utf8");
const job = z.looseObject({
  extends: z.string().optional(),
  stage: z.string().optional(),
  image: z.string().optional(),
  before_script: z.array(z.string()).optional(),
  script: z.array(z.string()).optional(),
  after_script: z.array(z.string()).optional(),
});
const file = z
  .object({ stages: z.array(z.string()), default: job })
  .catchall(z.unknown())
  .parse(parse(text));
const keywords = ["stages", "default", "workflow"];
const jobs = Object.entries(file)
  .filter(([name]) => !keywords.includes(name))
  .map(([name, content]) => ({ name, ...job.parse(content) }));

/** Variables that say what somebody wrote: a title, a branch, a message (docs.gitlab.com, predefined variables). */
const othersText =
  /\$\{?CI_(?:MERGE_REQUEST_(?:TITLE|DESCRIPTION|LABELS|SOURCE_BRANCH|TARGET_BRANCH)|COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|REF|BRANCH|TAG|AUTHOR))/;

describe("the pipeline of GitLab", () => {
  it("has jobs in stages that are there", () => {
    assert.ok(jobs.length > 3);
    const stages = new Map(jobs.map(({ name, stage }) => [name, stage]));
    for (const { name, stage, extends: other = "" } of jobs) {
      assert.ok(file.stages.includes(stage ?? stages.get(other) ?? ""), name);
    }
  });

  it("hands no text of others to a shell", () => {
    for (const { before_script: before = [], script = [], after_script: after = [] } of jobs) {
      for (const line of [...before, ...script, ...after]) {
        assert.doesNotMatch(line, othersText);
        // A variable is a word of its own, whatever stands in it.
        assert.doesNotMatch(line.replace(/"[^"]*"/g, ""), /\$/);
      }
    }
  });

  it("runs what is there, with images of exact versions", () => {
    for (const { script = [] } of jobs) {
      for (const [path] of script.join("\n").matchAll(/(?:(?:delivery|tools)\/[\w/-]+\.ts|\.ci\/run)/g)) {
        assert.ok(existsSync(join(projectDir, path)), path);
      }
    }
    const images = [file.default, ...jobs].flatMap(({ image }) => image ?? []);
    for (const image of images) assert.match(image, /:\d+\.\d+\.\d+(-[a-z]+)?$/);
    assert.ok(images.includes(`pulumi/pulumi-nodejs:${pulumiVersion}`));
  });

  it("comments with the default branch's code only", () => {
    const { script = [] } = jobs.find(({ name }) => name === "comment") ?? {};
    assert.deepEqual(
      script.filter((line) => /npm|npx|node/.test(line)),
      script.slice(script.indexOf("cd trusted") + 1),
    );
  });
});
