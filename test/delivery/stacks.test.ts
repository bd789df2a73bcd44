import assert from "node:assert/strict";
import { run } from "../support/command";
import { fixtureProject } from "../support/fixture/project";

const stacks = (...args: string[]) =>
  run(process.execPath, ["--import", "tsx", "delivery/stacks.ts", ...args], { cwd: fixtureProject() });

describe("the stacks of a workflow", () => {
  const cases: [args: string[], expected: object[]][] = [
    [
      ["--deployed", "fixture-*, small-gcp-dev", "--environment", "dev", "--app", ""],
      [
        { stack: "fixture-aws-dev", cloud: "aws", environment: "dev", region: "eu-west-1" },
        { stack: "fixture-azure-dev", cloud: "azure", environment: "dev", region: "westeurope" },
        { stack: "fixture-gcp-dev", cloud: "gcp", environment: "dev", region: "europe-west1" },
        { stack: "fixture-kubernetes-dev", cloud: "kubernetes", environment: "dev", region: "cluster" },
        { stack: "small-gcp-dev", cloud: "gcp", environment: "dev", region: "europe-west1" },
      ],
    ],
    [
      ["--deployed", "*-aws-*", "--environment", "prod", "--app", "small"],
      [{ stack: "small-aws-prod", cloud: "aws", environment: "prod", region: "eu-west-1" }],
    ],
    [["--deployed", "small-aws-dev", "--environment", "prod"], []],
  ];
  for (const [args, expected] of cases) {
    it(`with ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await stacks(...args);
      assert.equal(code, 0, stderr);
      assert.deepEqual(JSON.parse(stdout.replace(/^stacks=/, "")), expected);
      assert.equal(stdout.trimEnd().split("\n").length, 1);
    });
  }

  const mistakes: [args: string[], message: string][] = [
    [[], "stacks: no stack is said to be deployed: set the variable DEPLOYED_STACKS\n"],
    [["--deployed", " , "], "stacks: no stack is said to be deployed: set the variable DEPLOYED_STACKS\n"],
    [
      ["--deployed", "small-*,fixtuer-*,x"],
      'stacks: no stack file matches "fixtuer-*"\nstacks: no stack file matches "x"\n',
    ],
  ];
  for (const [args, message] of mistakes) {
    it(`refuse ${JSON.stringify(args)}`, async () => {
      const { code, stdout, stderr } = await stacks(...args);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: "", stderr: message });
    });
  }
});
