import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { differences, type Reading, readingOf } from "../../../preview/base/reading";
import { type Place, settingsOf } from "../../../preview/base/settings";
import { Tree } from "../../../preview/base/tree";
import { preview } from "../../../preview/engine/preview";
import type { Reads } from "../../../preview/engine/told";
import { findProject } from "../../../preview/project/project";
import { projectDir } from "../../support/project";

/** Two that share neither application nor cloud: what the others take is by the same code. */
const stacks = ["mesio-kubernetes-dev", "icosistem-gcp-dev"];

const files = execFileSync("git", ["-C", projectDir, "ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
  encoding: "utf8",
}).split("\0");
const ids = new Map(files.filter((file) => file !== "").map((file) => [file, "before"]));
const project = findProject(projectDir);
const place: Place = { ...project, nodeArgs: project.runtime.nodeArgs, tops: [projectDir] };
const unchanged = new Tree(ids);
const settings = settingsOf(place, unchanged);

/** Which of the stacks a change of one file touches. */
type Touched = (stack: string) => boolean;
const all: Touched = () => true;
const none: Touched = () => false;
const rows: [file: string, touched: Touched][] = [
  ...["mesio", "neosale", "icosistem", "anclora"].map((app): [string, Touched] => [
    `infra/apps/${app}.ts`,
    (stack) => stack.startsWith(`${app}-`),
  ]),
  ...["kubernetes", "gcp", "azure", "aws"].map((cloud): [string, Touched] => [
    `components/${cloud}/compute/index.ts`,
    (stack) => stack.includes(`-${cloud}-`),
  ]),
  ["infra/apps/common.ts", all],
  ["components/topology.ts", all],
  ["package-lock.json", all],
  ["Pulumi.yaml", all],
  ["tsconfig.json", all],
  ["infra/apps/next.ts", none],
  ["test/support/plans.ts", none],
  ["bench/run.ts", none],
  ["docs/aws.md", none],
  ["preview/cli.ts", none],
  ["registry/index.ts", none],
  ["stacks/Pulumi.mesio-aws-prod.yaml", none],
  ["plan.json", none],
];

describe("what this project's own programs take", function () {
  this.timeout(300_000);
  const readings = new Map<string, Reading>();

  before(async () => {
    for (const stack of stacks) {
      let reads: Reads | undefined;
      const onReads = (told: Reads) => {
        reads = told;
      };
      await preview({ projectDir, stack, onReads });
      assert.ok(reads !== undefined);
      readings.set(stack, readingOf(reads, [join(project.stackDir, `Pulumi.${stack}.yaml`)], place, unchanged));
    }
  });
  for (const [file, touched] of rows) {
    it(`has a change of ${file} touch ${touched === all ? "all" : touched === none ? "none" : "its own"}`, () => {
      const after = new Tree(new Map([...ids, [file, "after"]]));
      const found = stacks.filter((stack) => {
        const reading = readings.get(stack);
        assert.ok(reading !== undefined && reading.any === undefined);
        return differences(reading, after, { ...settings, ...settingsOf(place, after) }).length > 0;
      });
      assert.deepEqual(found, stacks.filter(touched));
    });
  }

  it("is there to be changed", () => {
    const made = ["infra/apps/next.ts", "plan.json"];
    assert.deepEqual(
      rows.map(([file]) => file).filter((file) => !ids.has(file) && !made.includes(file)),
      [],
    );
  });
});
