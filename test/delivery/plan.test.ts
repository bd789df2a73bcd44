import assert from "node:assert/strict";
import { join } from "node:path";
import { projectDir } from "../support/project";
import { image, stack } from "./deployed";
import type { Script } from "./fake-pulumi";
import { runWithPulumi } from "./run-with-pulumi";

const urn = `urn:pulumi:${stack}::isotopo::kubernetes:apps/v1:Deployment::web`;
const state = (replicas: number) => ({
  urn,
  type: "kubernetes:apps/v1:Deployment",
  custom: true,
  inputs: { spec: { replicas } },
});
const document = {
  config: {},
  steps: [
    {
      op: "update",
      urn,
      oldState: state(1),
      newState: state(2),
      diffReasons: ["spec"],
      detailedDiff: { "spec.replicas": { kind: "update" } },
    },
  ],
  diagnostics: [],
  changeSummary: { update: 1 },
};

describe("the plan of a deployment", () => {
  const planned = (args: readonly string[], script: Script = { preview: [{ prints: document }] }) =>
    runWithPulumi("plan", args, script, { GIT_DIR: join(projectDir, ".git") });

  it("says what would change with the images that are given, and of which commit, and changes nothing", async () => {
    const images = JSON.stringify({ app: `sha256:${"c".repeat(64)}` });
    const { code, stdout, stderr, calls } = await planned(["--stack", stack, "--images", images]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls, [
      `stack select --stack ${stack} --non-interactive`,
      `config set --path isotopo:images.app --stack ${stack} --plaintext --non-interactive -- ${image("c")}`,
      `preview --policy-pack policy --json --non-interactive --stack ${stack}`,
    ]);
    assert.match(
      stdout,
      /^\*\*fixture-kubernetes-dev\*\*, commit [0-9a-f]{7,} of \d{4}-\d\d-\d\d; no mandatory policy is violated\n\n<!-- isotopo:preview:plan-/,
    );
    assert.match(stdout, /replicas/);
  });

  const mistakes: [what: string, args: string[], script: Script, message: string][] = [
    ["no stack", [], {}, "which stack? usage: plan --stack <name> [--images <json>]"],
    [
      "a mistyped key",
      ["--stack", stack, "--images", JSON.stringify({ ap: image("c") })],
      {},
      'images.ap: the stack file has no "ap"; it has app, api',
    ],
    ["what a policy refuses", ["--stack", stack], { preview: [{ code: 255 }] }, "pulumi preview ended with 255"],
  ];
  for (const [what, args, script, message] of mistakes) {
    it(`is refused for ${what}`, async () => {
      const { code, stdout, stderr } = await planned(args, script);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: "", stderr: `plan: ${message}\n` });
    });
  }
});
