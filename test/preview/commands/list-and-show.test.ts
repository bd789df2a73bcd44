import assert from "node:assert/strict";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo } from "../../support/command";
import { projectDir, shippedStacks } from "../../support/project";
import { inFolder, program } from "../programs";

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

  it("prints names alone where the project does not describe its stacks", async () => {
    assert.deepEqual(await isotopo(["list"], { cwd: program("small") }), {
      code: 0,
      stdout: "stack\ndev\n",
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

  it("refuses a project that does not describe its topology", async () => {
    const manifest = join(program("small"), "package.json");
    const words = `${manifest} names no module "isotopo": it describes what this command shows, see docs/describing-a-project.md`;
    assert.deepEqual(await isotopo(["show", "dev"], { cwd: program("small") }), {
      code: 2,
      stdout: "",
      stderr: `isotopo: ${words}\n`,
    });
  });

  it("refuses a program without the topology that its project describes", () =>
    inFolder(async (folder) => {
      cpSync(program("small"), folder, { recursive: true });
      symlinkSync(join(projectDir, "node_modules"), join(folder, "node_modules"));
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, isotopo: "./isotopo.cjs" }));
      cpSync(join(cwd, "isotopo.cjs"), join(folder, "isotopo.cjs"));
      const { code, stdout, stderr } = await isotopo(["show", "dev"], { cwd: folder });
      const words = 'stack "dev": its program has no isotopo:index:AppTopology, so there is no topology to show';
      assert.deepEqual([code, stdout, stderr], [2, "", `isotopo: ${words}\n`]);
    }));
});
