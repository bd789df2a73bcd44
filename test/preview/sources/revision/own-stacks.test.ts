import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync } from "node:fs";
import { join, relative } from "node:path";
import { targetNames } from "../../../../components/targets";
import type { Reads } from "../../../../preview/engine/preload-messages";
import { preview } from "../../../../preview/engine/preview";
import { findProject } from "../../../../preview/project/project";
import { stackNames } from "../../../../preview/project/stacks";
import { openBase } from "../../../../preview/sources/revision/base";
import { differences, type Reading, readingOf } from "../../../../preview/sources/revision/reading";
import { type Place, settingsOf } from "../../../../preview/sources/revision/settings";
import { touchedStacks } from "../../../../preview/sources/revision/touched";
import { Tree } from "../../../../preview/sources/revision/tree";
import { projectDir, shippedStacks } from "../../../support/project";
import type { Repository } from "../../../support/repository";
import { shipped } from "../../../support/shipped";
import { inRepository } from "./in-repository";

/** One on each target, of another application each where there are as many: what the others take is by the same code. */
const chosen = targetNames.flatMap((target, i) => {
  const there = shipped.filter(({ cloud }) => cloud === target);
  const weakest = there.filter(({ environment }) => environment === "dev");
  return (weakest.length > 0 ? weakest : there).slice(i).concat(there).slice(0, 1);
});
const stacks = chosen.map(({ stack }) => stack).sort();
const placeOf = new Map(shipped.map((one) => [one.stack, one]));
const ofApp =
  (app: string): Touched =>
  (stack) =>
    placeOf.get(stack)?.app === app;
const on =
  (target: string): Touched =>
  (stack) =>
    placeOf.get(stack)?.cloud === target;

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
  ...chosen.map(({ app }): [string, Touched] => [`infra/apps/${app}.ts`, ofApp(app)]),
  ...targetNames.map((cloud): [string, Touched] => [`components/${cloud}/compute/index.ts`, on(cloud)]),
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
  [`stacks/Pulumi.${shippedStacks.find((stack) => !stacks.includes(stack))}.yaml`, none],
  ["plan.json", none],
];

describe("what this project's own programs take", function () {
  this.timeout(300_000);
  const readings = new Map<string, Reading>();
  const told = new Map<string, Reads>();

  before(async () => {
    for (const stack of stacks) {
      let reads: Reads | undefined;
      const onReads = (told: Reads) => {
        reads = told;
      };
      await preview({ projectDir, stack, onReads });
      assert.ok(reads !== undefined);
      told.set(stack, reads);
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

  it("has the command choose the stacks of a cloud or of an application after its change, without a preview", () =>
    inClone(async (repository) => {
      const clone = findProject(repository.dir);
      const names = stackNames(clone);
      assert.ok(names.length > stacks.length);
      // As an earlier run has kept it of the work tree, where it was what HEAD is now.
      const before = await openBase(clone, "HEAD");
      for (const stack of names) before.readings?.keepHead(stack, composed(told, stack, repository.dir));
      await before.close();
      const changes: [file: string, touched: Touched][] = [
        ["components/gcp/compute/index.ts", on("gcp")],
        ["components/aws/compute/index.ts", on("aws")],
        ...chosen.slice(0, 2).map(({ app }): [string, Touched] => [`infra/apps/${app}.ts`, ofApp(app)]),
        ["test/support/plans.ts", none],
      ];
      for (const [file, touched] of changes) {
        appendFileSync(join(repository.dir, file), "\n");
        const base = await openBase(clone, "HEAD");
        const previewBases = async (asked: readonly string[]) => assert.deepEqual(asked, [], file);
        const { present, gone } = await touchedStacks(clone, base, { judging: [], previewBases });
        await base.close();
        assert.deepEqual([present, gone], [names.filter(touched), []], file);
        assert.equal(present.length > 0, touched !== none);
        repository.git("checkout", "--quiet", "--", ".");
      }
    }));

  it("is there to be changed", () => {
    const made = ["infra/apps/next.ts", "plan.json"];
    assert.deepEqual(
      rows.map(([file]) => file).filter((file) => !ids.has(file) && !made.includes(file)),
      [],
    );
  });
});

/** Runs with this project's files in a repository of their own, and with a cache of its own. */
async function inClone(use: (repository: Repository) => Promise<void>): Promise<void> {
  const cache = process.env.ISOTOPO_CACHE;
  try {
    await inRepository(async (repository) => {
      process.env.ISOTOPO_CACHE = join(repository.dir, "../cache");
      for (const file of ids.keys()) {
        if (existsSync(join(projectDir, file))) cpSync(join(projectDir, file), join(repository.dir, file));
      }
      repository.commit({});
      await use(repository);
    });
  } finally {
    if (cache === undefined) delete process.env.ISOTOPO_CACHE;
    else process.env.ISOTOPO_CACHE = cache;
  }
}

/** What a stack takes: what all take, what its application's take and what its cloud's take. */
function composed(told: ReadonlyMap<string, Reads>, stack: string, dir: string): Reads {
  const [app = "", cloud = ""] = stack.split("-");
  const all = [...told.values()];
  const of = (name: string) => [...told].find(([one]) => one.split("-").includes(name))?.[1];
  const paths = (kind: "modules" | "files" | "lists" | "below") => {
    const isOfAll = (path: string) => all.every((reads) => reads[kind].includes(path));
    const isOfApp = (path: string) => path.startsWith(join(projectDir, "infra/apps/"));
    const found = [
      ...(of(app)?.[kind] ?? []).filter((path) => isOfAll(path) || isOfApp(path)),
      ...(of(cloud)?.[kind] ?? []).filter((path) => !isOfAll(path) && !isOfApp(path)),
    ];
    return found.map((path) => join(dir, relative(projectDir, path)));
  };
  return { modules: paths("modules"), files: paths("files"), lists: paths("lists"), below: paths("below") };
}
