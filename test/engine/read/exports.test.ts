import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { PolicyOutcome } from "../../../preview/model/plan";
import { nameOf } from "../../../preview/model/urn";
import { isotopo, type Outcome } from "../../support/command";
import { type Asked, judged, previewIn } from "../policies/both";
import { breakingResources, type JudgedResource } from "../policies/judged-resources";
import { notesOf, verdictsOf } from "../policies/verdicts";
import { suiteEngine } from "../support/engine-bin";
import type { EngineStack } from "../support/stack";

const database = "aws:rds/instance:Instance";
const small = (name: string, properties: JudgedResource["properties"] = {}): JudgedResource => ({
  type: database,
  name,
  properties: Object.assign({ engine: "postgres", backupRetentionPeriod: 1, password: "sesame-open" }, properties),
});
const advisory = { all: "advisory" };

describe("isotopo check of what `pulumi stack export` has just written", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;

  it("finds in the state of every rule's resource what the pack found in the `up` that made it", async () => {
    const asked: Asked = { resources: breakingResources(), policyConfig: advisory };
    await judged(bin, asked, async ({ stack, options }) => {
      const made = await stack.up(...options);
      assert.equal(made.code, 0, made.output);
      const said = previewIn(made.log, made.output).change.policy;
      const found = checkedOutcome(await checked(stack, ...options));
      assert.ok(verdictsOf(said).length > 100, `${said.violations.length} verdicts`);
      assert.deepEqual(verdictsOf(found), verdictsOf(said));
      // A check is told which profile holds, and says so.
      const isProfile = (note: string) => note.startsWith("profile ");
      assert.deepEqual(
        notesOf(found).filter((note) => !isProfile(note)),
        notesOf(said).filter((note) => !isProfile(note)),
      );
    });
  });

  it("finds the same after a refresh", async () => {
    await judged(bin, { resources: [small("main")] }, async ({ stack }) => {
      await well(stack.up());
      const before = await checked(stack);
      await well(stack.refresh());
      const after = await checked(stack);
      assert.equal(before.code, 1);
      assert.deepEqual(verdictsOf(checkedOutcome(after)), verdictsOf(checkedOutcome(before)));
    });
  });

  it("judges what an interrupted `up` has made, not what was still being made", async () => {
    await judged(bin, { resources: [small("main"), small("never")] }, async ({ stack }) => {
      // As a person has it: what is being made is in the state meanwhile.
      stack.env.PULUMI_SKIP_CHECKPOINTS = "false";
      stack.faults([{ call: "create", urn: "::never", what: "hang" }]);
      assert.notEqual((await stack.interruptedUp()).code, 0);
      const { pending_operations: pending } = JSON.parse(await stack.exported()).deployment;
      assert.deepEqual(
        pending.map(({ type, resource }: { type: string; resource: { urn: string } }) => [type, nameOf(resource.urn)]),
        [["creating", "never"]],
      );
      const outcome = await checked(stack);
      assert.equal(outcome.code, 1);
      assert.deepEqual(judgedNames(checkedOutcome(outcome)), ["main"]);
    });
  });

  it("judges a resource once whose former self could not be deleted", async () => {
    await judged(bin, { resources: [small("main", { dbName: "one" })] }, async ({ stack, options }) => {
      await well(stack.up());
      stack.faults([{ call: "delete", urn: "::main", what: "fail" }]);
      writeFileSync(
        stack.file("resources.json"),
        JSON.stringify([small("main", { backupRetentionPeriod: 35, dbName: "two" })]),
      );
      assert.notEqual((await stack.up()).code, 0);
      const { resources } = JSON.parse(await stack.exported()).deployment;
      const both = resources.filter(({ type }: { type: string }) => type === database);
      assert.deepEqual(both.map(({ delete: pending = false }: { delete?: boolean }) => pending).sort(), [false, true]);
      const { violations } = checkedOutcome(await checked(stack, ...options));
      assert.ok(!violations.some(({ policy }) => policy === "backup-database-retention"));
    });
  });

  it("tells no secret, in any format", async () => {
    await judged(bin, { resources: [{ ...small("main"), secrets: true }] }, async ({ stack }) => {
      await well(stack.up());
      assert.ok(!(await stack.exported()).includes("sesame-open"), "it is encrypted");
      for (const format of ["text", "json", "sarif", "junit", "html", "markdown"]) {
        const { code, stdout, stderr } = await checkedAs(format, stack);
        assert.notEqual(code, 2, stderr);
        assert.ok(!`${stdout}${stderr}`.includes("sesame-open"), format);
      }
    });
  });

  it("says of an empty stack that nothing is in it", async () => {
    await judged(bin, { resources: [] }, async ({ stack }) => {
      await well(stack.up());
      await well(stack.destroy());
      const { code, stderr } = await checked(stack);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /nothing to judge in .*: 1 file read, 1 stack without resources; --allow-empty says that this is well\n$/,
      );
      assert.equal((await checked(stack, "--allow-empty")).code, 0);
    });
  });
});

/** What the command says of the stack's state. */
function checked(stack: EngineStack, ...options: string[]): Promise<Outcome> {
  return checkedAs("json", stack, ...options);
}

async function checkedAs(format: string, stack: EngineStack, ...options: string[]): Promise<Outcome> {
  const file = stack.file("state.json");
  writeFileSync(file, await stack.exported());
  return isotopo(["check", file, "--profile", "prod", "--format", format, ...options]);
}

/** What its JSON has of the policies. */
function checkedOutcome({ stdout, stderr }: Outcome): PolicyOutcome {
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout).stacks[0].policy;
}

async function well(command: Promise<{ code: number | null; output: string }>): Promise<void> {
  const { code, output } = await command;
  assert.equal(code, 0, output);
}

function judgedNames({ violations }: PolicyOutcome): string[] {
  return [...new Set(violations.map(({ urn }) => nameOf(urn ?? "")))].sort();
}
