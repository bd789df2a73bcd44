import assert from "node:assert/strict";
import { isotopo } from "../../support/command";
import { inFolder, program } from "../programs";

describe("a mistake in the use of the command ends with 2 and one line", () => {
  const cluster = program("cluster");
  const uses: [args: string[], stderr: string][] = [
    [["preview", "prdo"], `isotopo: stack "prdo" is not in ${cluster}: did you mean "prod"?\n`],
    [["show", "elsewhere"], `isotopo: stack "elsewhere" is not in ${cluster}: there are: dev, prod\n`],
    [["render", "dve", "--out", "x"], `isotopo: stack "dve" is not in ${cluster}: did you mean "dev"?\n`],
    [["preview"], "isotopo: which stack? There are: dev, prod; a pattern in quotes ('*-prod') names several\n"],
    [["preview", "*-prod"], 'isotopo: no stack matches "*-prod"; did you mean "prod"?\n'],
    [
      ["preview", "*prd", "east?"],
      'isotopo: no stack matches "*prd"; did you mean "prod"?\nno stack matches "east?"; there are: dev, prod\n',
    ],
    [["preview", "--all", "dev"], "isotopo: either --all or names of stacks, not both\n"],
    [
      ["preview", "--format", "yaml"],
      "error: option '--format <format>' argument 'yaml' is invalid. Allowed choices are text, json, markdown, sarif, junit, html.\n",
    ],
    [["preview", "--from", ""], 'isotopo: "" can\'t be read: there is no such file\n'],
    [["preview", "--from", "."], "isotopo: . can't be read: it is a folder\n"],
    [["preview", "--unknown"], "error: unknown option '--unknown'\n(Did you mean --unknowns?)\n"],
    [["render", "dev"], "error: required option '--out <dir>' not specified\n"],
    [["prevew"], "error: unknown command 'prevew'\n(Did you mean preview?)\n"],
    [
      ["preview", "--program", "/nowhere/at/all"],
      "isotopo: /nowhere/at/all is in no Pulumi project: neither it nor a folder above has a Pulumi.yaml\n",
    ],
  ];
  for (const [args, stderr] of uses) {
    it(`isotopo ${args.join(" ")}`, async () => {
      assert.deepEqual(await isotopo(args, { cwd: cluster }), { code: 2, stdout: "", stderr });
    });
  }

  it("a file without a name is seen in the line that tells it", async () => {
    const { code, stderr } = await isotopo(["check", ""], { cwd: cluster });
    assert.deepEqual([code, stderr], [2, `isotopo: "" can't be read: there is no such file or folder\n`]);
  });

  it("in a folder without Pulumi.yaml", () =>
    inFolder(async (folder) => {
      const stderr = `isotopo: ${folder} is in no Pulumi project: neither it nor a folder above has a Pulumi.yaml\n`;
      assert.deepEqual(await isotopo(["list"], { cwd: folder }), { code: 2, stdout: "", stderr });
    }));

  it("but --help is none", async () => {
    const { code, stdout, stderr } = await isotopo(["preview", "--help"]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^Usage: isotopo preview \[options\] \[stack\.\.\.\]\n/);
  });
});
