import assert from "node:assert/strict";
import { isotopo } from "../../support/command";
import { shippedStacks } from "../../support/project";
import { program } from "../programs";

const cwd = program("cluster");

describe("isotopo list", () => {
  it("prints the stacks as a table", async () => {
    assert.deepEqual(await isotopo(["list"], { cwd }), {
      code: 0,
      stdout:
        "stack  app   cloud       environment  region\n" +
        "dev    shop  kubernetes\n" +
        "prod   shop  kubernetes  production\n",
      stderr: "",
    });
  });

  it("knows every stack that the project ships, by app, cloud and environment", async () => {
    const { stdout } = await isotopo(["list", "--format", "json"]);
    const { stacks } = JSON.parse(stdout) as { stacks: Record<string, string>[] };
    assert.deepEqual(
      stacks.map(({ stack }) => stack),
      shippedStacks,
    );
    for (const { stack, app, cloud, environment } of stacks) assert.equal(stack, `${app}-${cloud}-${environment}`);
  });
});

describe("isotopo show", () => {
  it("prints each value with its origin", async () => {
    assert.deepEqual(await isotopo(["show", "dev"], { cwd }), {
      code: 0,
      stdout:
        'name = "app"   (application)\n' +
        "network.zones = 3   (environment)\n" +
        "services.0.command = []   (default)\n" +
        'services.0.name = "web"   (default)\n',
      stderr: "",
    });
  });

  it("prints both as JSON", async () => {
    const { code, stdout } = await isotopo(["show", "prod", "--format", "json"], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      topology: { name: "app", network: { zones: 3 }, services: [{ command: [], name: "web" }] },
      origins: { name: "application", "network.zones": "environment" },
    });
  });

  it("refuses a program without a topology", async () => {
    const { code, stdout, stderr } = await isotopo(["show", "dev"], { cwd: program("small") });
    const told = 'stack "dev": its program has no isotopo:index:AppTopology, so there is no topology to show';
    assert.deepEqual([code, stdout, stderr], [2, "", `isotopo: ${told}\n`]);
  });
});
