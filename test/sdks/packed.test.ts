import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "../preview/programs";
import { run } from "../support/command";
import { packed, packedProgram } from "../support/packed";
import { writeFiles } from "../support/write-files";
import { newestOf } from "./installed";

describe("previewer and pack, packed and installed into an empty folder", () => {
  it("preview a small program", async function () {
    if (newestOf("@pulumi/pulumi") === undefined) {
      console.log("        SKIPPED: npm has no registry here, so nothing can be installed");
      this.skip();
    }
    await inFolder(async (folder) => {
      writeFiles(folder, packedProgram);
      const archives = [await packed("preview", folder), await packed("policy", folder)];
      const install = await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...archives], {
        cwd: folder,
      });
      assert.equal(install.code, 0, install.stderr);
      // What the program and the packages ask for, and no tool of the repository.
      assert.ok(!existsSync(join(folder, "node_modules/tsx")) && !existsSync(join(folder, "node_modules/esbuild")));
      const command = join(folder, "node_modules/.bin/isotopo");
      const args = ["preview", "dev", "--policy-pack", "node_modules/@isotopo/policy"];
      const { code, stdout, stderr } = await run(command, args, { cwd: folder });
      assert.equal(code, 1, stderr);
      assert.match(stdout, /blockPublicAcls/);
    });
  });
});
