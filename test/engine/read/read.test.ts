import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownRules } from "../../../preview/commands/own-rules";
import type { StackChange } from "../../../preview/model/change";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import { readPreviews } from "../../../preview/sources/document";
import { changeOf, configOf, joined } from "../../preview/compare/programs/change";
import { engine } from "../../preview/compare/programs/engine";
import { gcp } from "../../preview/compare/programs/gcp";
import { language } from "../../preview/compare/programs/language";
import type { ProgramResource, Row } from "../../preview/compare/programs/row";
import { isotopo } from "../../support/command";
import { projectDir } from "../../support/project";
import { differencesBetween, happenedTo, placeOf } from "../lives/held-against";
import { suiteEngine } from "../support/engine-bin";
import { buildPlugins } from "../support/plugins";
import { type Ended, EngineStack } from "../support/stack";

const bucket = "aws:s3/bucket:Bucket";
const small: readonly ProgramResource[] = [
  {
    type: "aws:rds/instance:Instance",
    name: "main",
    properties: { instanceClass: "db.t4g.micro", engine: "postgres" },
  },
  { type: bucket, name: "kept", properties: { bucket: "kept", tags: { owner: "data" } } },
  { type: bucket, name: "gone", properties: { bucket: "gone" } },
];

/**
 * Rows that can share one program: Pulumi refuses a whole preview for one protected resource, and its JSON breaks off at a trigger of a
 * replacement that is a secret (`panic: attempt to encrypt value`).
 */
function together(rows: readonly Row[]): Row[] {
  return rows.filter(
    ({ config, expected, before }) =>
      config === undefined &&
      !Object.values(expected).some((words) => words.includes("protected")) &&
      !before.some(({ options = {} }) => JSON.stringify(options.replacementTrigger ?? "").includes('"secret"')),
  );
}

describe("what is read of files that Pulumi's own command has just written", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;

  const made = async <T>(
    resources: readonly ProgramResource[],
    use: (stack: EngineStack) => Promise<T>,
    { name = "dev", any = true }: { name?: string; any?: boolean } = {},
  ) => {
    const stack = await EngineStack.create({
      bin,
      plugins: await buildPlugins(),
      name,
      project: "changes",
      programDir: join(projectDir, "test/fixtures/programs/changes"),
      config: configOf(resources),
    });
    try {
      if (any) stack.env.TEST_ANY = "true";
      const { code, output } = await stack.up();
      assert.equal(code, 0, output);
      return await use(stack);
    } finally {
      stack.remove();
    }
  };

  for (const [theme, rows] of Object.entries({ gcp, language, engine })) {
    it(`a change, by its JSON and by its event log: programs of ${theme}`, async () => {
      const change = joined(together(rows));
      await made(change.before, async (stack) => {
        stack.configure(configOf(change.after));
        const ended = await stack.preview("--json");
        assert.equal(ended.code, 0, ended.output);
        assert.ok(happenedTo(ended.steps).size > rows.length / 2, `${ended.steps.length} steps`);
        for (const text of [ended.stdout, ended.log]) assert.deepEqual(misread(text, ended), []);
        const offline = await changeOf(change);
        const told = lost(readIn(ended.log), { open: true });
        const [sure, all] = [lost(offline, { open: false }), lost(offline, { open: true })];
        assert.deepEqual(
          [sure.filter((one) => !told.includes(one)), told.filter((one) => !all.includes(one))],
          [[], []],
        );
      });
    });
  }

  it("what the cloud has become, by a preview that refreshes, and by a refresh", async () => {
    await made(
      small,
      async (stack) => {
        const account = stack.account("aws");
        for (const thing of account.things()) {
          if (thing.urn.endsWith("::gone")) account.add({ done: "delete", thing });
          if (!thing.urn.endsWith("::kept")) continue;
          const tags = { owner: "nobody" };
          const marked = { inputs: { ...thing.marked.inputs, tags }, outputs: { ...thing.marked.outputs, tags } };
          account.add({ done: "update", thing: { ...thing, inputs: { ...thing.inputs, tags }, marked } });
        }
        const refreshing = await stack.preview("--refresh", "--json");
        const refreshed = await stack.refreshPreview("--json");
        const told = (text: string) =>
          Object.fromEntries(
            readIn(text)
              .changes.filter(({ custom, urn, type }) => custom && type !== rootStackType && !isDefaultProvider(urn))
              .map(({ name, action, causes }) => [name, [action, ...causes].join(" | ")]),
          );
        const found = {
          main: "unchanged",
          kept: "update | the cloud has it otherwise than the state",
          gone: "delete | it is gone from the cloud",
        };
        assert.deepEqual(told(refreshing.log), { main: "unchanged", kept: "update", gone: "create" });
        assert.deepEqual(told(refreshed.log), found);
      },
      { any: false },
    );
  });

  it("a preview that fails halfway is told as failed, with the error", async () => {
    await made(small, async (stack) => {
      stack.configure(configOf([...small, { type: "aws:no/such:Kind", name: "none" }]));
      const ended = await stack.preview("--json");
      assert.notEqual(ended.code, 0);
      const file = stack.file("failed.log");
      writeFileSync(file, ended.log);
      const { code, stdout, stderr } = await isotopo(["preview", "--from", file]);
      assert.equal(code, 2);
      assert.equal(stderr, "isotopo: incomplete: 1 stack could not be previewed: dev\n");
      // How much of the error is quoted hangs on how long the program's path is.
      assert.match(
        stdout,
        /^✖ Incomplete: 1 error of the program\n {2}- ✖ 1 error of the program: error: Running program '/,
      );
    });
  });

  it("several stacks in one comment", async () => {
    await made(small, async (one) => {
      await made(
        small.slice(1),
        async (other) => {
          const files = await Promise.all(
            [one, other].map(async (stack) => {
              stack.configure(configOf([...small, { type: bucket, name: "new" }]));
              const { log } = await stack.preview();
              const file = stack.file("preview.log");
              writeFileSync(file, log);
              return file;
            }),
          );
          const { code, stdout, stderr } = await isotopo([
            "comment",
            ...files.flatMap((file) => ["--from", file]),
            "--dry-run",
          ]);
          assert.equal(code, 0, stderr);
          for (const words of ["dev", "prod"]) assert.ok(stdout.includes(words), stdout);
        },
        { name: "prod" },
      );
    });
  });
});

function readIn(text: string): StackChange {
  const [first] = readPreviews(text, "file", ownRules()).stacks;
  assert.ok(first !== undefined);
  return first.change;
}

/** Where a file is read as something else than what the engine's steps are. */
function misread(text: string, { steps }: Ended): string[] {
  const changes = readIn(text).changes.filter(({ urn }) => !isDefaultProvider(urn));
  const isRead = (op: string) => op === "read" || op === "discard";
  const listed = new Set(changes.map(({ urn }) => placeOf(urn)));
  return differencesBetween(
    changes,
    steps
      .filter(({ urn, op }) => listed.has(placeOf(urn)) || op !== "same")
      // A comparison says of what is only read that it stays.
      .map((step) => ({ ...step, op: isRead(step.op) ? "same" : step.op })),
  );
}

/** What would be lost, by resource; `open` with what may be. */
function lost({ changes }: StackChange, { open }: { open: boolean }): string[] {
  return changes.flatMap(({ name, action, dataLoss }) =>
    dataLoss === undefined || (action === "may replace" && !open) ? [] : [`${name}: ${dataLoss}`],
  );
}
