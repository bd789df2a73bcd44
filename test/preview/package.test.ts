import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../support/command";
import { packed, packedProgram } from "../support/packed";
import { projectDir } from "../support/project";
import { writeFiles } from "../support/write-files";
import { inFolder } from "./programs";

describe("the previewer, as it is published", function () {
  this.timeout(120_000);

  it("previews a program with a pack, on the packages that it declares", () =>
    inFolder(async (folder) => {
      await unpack("preview", folder);
      await unpack("policy", folder);
      writeFiles(folder, packedProgram);
      const isotopo = (...args: string[]) =>
        run(process.execPath, [join(folder, "node_modules/@isotopo/preview/bin/isotopo.js"), ...args], { cwd: folder });

      const args = ["preview", "dev", "--policy-pack", "node_modules/@isotopo/policy"];
      const { code, stdout, stderr } = await isotopo(...args);
      assert.equal(code, 1, stderr);
      assert.match(stdout, /BucketPublicAccessBlock/);
      assert.match(stdout, /blockPublicAcls/);

      assert.deepEqual(await isotopo("list"), { code: 0, stdout: "stack\ndev\n", stderr: "" });
      const explained = await isotopo("explain", "containers-non-root");
      assert.equal(explained.code, 0, explained.stderr);
      for (const format of ["json", "markdown", "sarif", "junit", "html"]) {
        const { code, stderr } = await isotopo(...args, "--format", format, "--out", `report.${format}`);
        assert.equal(code, 1, stderr);
      }
      const read = await isotopo("preview", "--from", "report.json", "--format", "markdown");
      assert.equal(read.code, 1, read.stderr);
    }));

  it("says which pack it lacks, and how it is built", () =>
    inFolder(async (folder) => {
      await unpack("preview", folder, (name) => name !== "package/dist/cli.js");
      const folderOfPackage = join(folder, "node_modules/@isotopo/preview");
      const bin = join(folderOfPackage, "bin/isotopo.js");
      const built = join(folderOfPackage, "dist/cli.js");
      const words = `${built} is missing; build it with \`npm run build\` in ${folderOfPackage}`;
      const bare = { code: 2, stdout: "", stderr: `isotopo: ${words}\n` };
      assert.deepEqual(await run(process.execPath, [bin, "list"], { cwd: folder }), bare);
      await unpack("preview", folder);
      const missing = `${join(folder, "policy")} is none and @isotopo/policy is not installed; --policy-pack names one`;
      assert.deepEqual(await run(process.execPath, [bin, "rules"], { cwd: folder }), {
        code: 2,
        stdout: "",
        stderr: `isotopo: no policy pack: ${missing}\n`,
      });
    }));
});

/** Puts a packed workspace and the packages that it declares into a folder's `node_modules`. */
async function unpack(workspace: "policy" | "preview", folder: string, has = (_: string) => true): Promise<void> {
  const modules = join(folder, "node_modules");
  const target = join(modules, "@isotopo", workspace);
  mkdirSync(target, { recursive: true });
  const archive = await packed(workspace, folder);
  const names = await run("tar", ["tzf", archive]);
  const wanted = names.stdout.trim().split("\n").filter(has);
  const unpacked = await run("tar", ["xzf", archive, "--strip-components=1", "-C", target, ...wanted]);
  assert.equal(unpacked.code, 0, unpacked.stderr);
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(target, "package.json"), "utf8"),
  );
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    try {
      symlinkSync(join(projectDir, "node_modules", name), join(modules, name));
    } catch (error) {
      // Both packages have it.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}
