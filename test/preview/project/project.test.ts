import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProject } from "../../../preview/project/project";
import { inFolder, mistakeOf } from "../programs";

const found = async (folder: string, manifest: string) => {
  writeFileSync(join(folder, "Pulumi.yaml"), manifest);
  return findProject(folder);
};

describe("a project", () => {
  it("is found from a folder in it, with its folders and options", () =>
    inFolder(async (folder) => {
      const runtime = "{ name: nodejs, options: { typescript: false, nodeargs: '--import  tsx', tsconfig: ts.json } }";
      writeFileSync(
        join(folder, "Pulumi.yml"),
        `name: shop\nmain: infra/\nstackConfigDir: stacks\nruntime: ${runtime}\n`,
      );
      mkdirSync(join(folder, "infra/apps"), { recursive: true });
      assert.deepEqual(findProject(join(folder, "infra/apps")), {
        name: "shop",
        rootDir: folder,
        programDir: join(folder, "infra"),
        entry: ".",
        stackDir: join(folder, "stacks"),
        config: [],
        runtime: { typescript: false, tsconfig: "ts.json", nodeArgs: ["--import", "tsx"] },
      });
    }));

  it("without options is its folder, and the SDK compiles it", () =>
    inFolder(async (folder) => {
      const { programDir, stackDir, runtime } = await found(folder, "name: shop\nruntime: nodejs\n");
      assert.deepEqual([programDir, stackDir], [folder, folder]);
      assert.deepEqual(runtime, { typescript: true, tsconfig: undefined, nodeArgs: [] });
    }));

  it("may be a file, in whose folder it runs", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "infra"));
      writeFileSync(join(folder, "infra/main.js"), "");
      const { programDir, entry } = await found(folder, "name: shop\nmain: ./infra/main.js\nruntime: nodejs\n");
      assert.deepEqual([programDir, entry], [join(folder, "infra"), "main.js"]);
    }));

  it("is missed where main leads to nothing", () =>
    inFolder(async (folder) => {
      const told = `${folder}/Pulumi.yaml: main is "infra", and ${folder}/infra is not there; required: a folder or a file`;
      assert.equal(await mistakeOf(found(folder, "name: shop\nmain: infra\nruntime: nodejs\n")), told);
    }));

  it("is told where its file can't be read", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "Pulumi.yaml"));
      const told = `${folder}/Pulumi.yaml can't be read: it is a folder`;
      assert.equal(await mistakeOf((async () => findProject(folder))()), told);
    }));

  const mistakes: [manifest: string, message: string][] = [
    ["runtime: nodejs\n", "/Pulumi.yaml: name is missing; it names the project"],
    ["name: a\nruntime: go\n", '/Pulumi.yaml: runtime is "go"; only programs with runtime nodejs can be previewed'],
    ["name: a\n", "/Pulumi.yaml: runtime is null; only programs with runtime nodejs can be previewed"],
    [
      "name: [a\n",
      "/Pulumi.yaml:2:1: it is indented otherwise than what it belongs to, or a list or mapping in brackets is not closed",
    ],
  ];
  for (const [manifest, message] of mistakes) {
    it(`refuses ${JSON.stringify(manifest)}`, () =>
      inFolder(async (folder) => assert.equal(await mistakeOf(found(folder, manifest)), `${folder}${message}`)));
  }

  it("is missed by name of the folder", () =>
    inFolder(async (folder) => {
      const told = `${folder} is in no Pulumi project: neither it nor a folder above has a Pulumi.yaml`;
      assert.throws(() => findProject(folder), { name: "PreviewError", message: told });
    }));
});
