import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { provideDependencies } from "../../../../preview/sources/revision/dependencies";
import { projectDir } from "../../../support/project";
import { bucketProject, type Repository } from "../../../support/repository";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";
import { inRepository, previewIn } from "./in-repository";

/** A program that takes its bucket's name from a package which is a folder of the repository. */
const shared = (name: string, main = "index.js") => ({
  "packages/shared/package.json": JSON.stringify({ name: "@acme/shared", main }),
  [`packages/shared/${main}`]: `exports.name = "${name}";\n`,
});

const program = `const { name } = require("@acme/shared");\nnew (require("@pulumi/aws/s3").Bucket)("files", { bucket: name });\n`;

const workspaces: Readonly<Record<string, string>> = {
  ...bucketProject,
  ".gitignore": "node_modules\ndist\n",
  "package.json": '{ "name": "shop", "main": "index.js", "workspaces": ["packages/*"] }\n',
  "index.js": program,
};

/** Has packages as they are installed: a real folder, with those of this project. */
function installPackages({ project }: Repository): void {
  const modules = join(project, "node_modules");
  rmSync(modules);
  mkdirSync(join(modules, "@acme"), { recursive: true });
  const installed = join(projectDir, "node_modules");
  for (const name of readdirSync(installed)) symlinkSync(join(installed, name), join(modules, name));
}

const install = {
  "a link, as of a workspace": ({ project }: Repository) =>
    symlinkSync("../../packages/shared", join(project, "node_modules/@acme/shared")),
  "a copy, as of a file: dependency": (repository: Repository) => {
    const dependencies = { "@acme/shared": "file:packages/shared" };
    repository.write({ "package.json": JSON.stringify({ name: "shop", main: "index.js", dependencies }) });
    cpSync(join(repository.project, "packages/shared"), join(repository.project, "node_modules/@acme/shared"), {
      recursive: true,
    });
  },
};

describe("packages of a base", function () {
  this.timeout(60_000);

  for (const [kind, installShared] of Object.entries(install)) {
    it(`are the base's own where they are folders of the repository, installed as ${kind}`, () =>
      inRepository(async (repository) => {
        repository.write({ ...workspaces, ...shared("before") });
        installPackages(repository);
        installShared(repository);
        repository.commit({});
        repository.write(shared("after"));
        const installed = join(repository.project, "node_modules/@acme/shared/index.js");
        if (!realpathSync(installed).includes("packages"))
          cpSync(join(repository.project, "packages/shared/index.js"), installed);
        const { code, stdout, stderr } = await previewIn(repository, ["dev", "--against", "HEAD"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.ok(stdout.includes('bucket: "before" → "after"'), stdout);
        assert.ok(stdout.includes("\n1 to replace, "), stdout);
      }));
  }

  it("are asked for where the base can't have them: what a build makes is not in a commit", () =>
    inRepository(async (repository) => {
      repository.write({ ...workspaces, ...shared("before", "dist/index.js") });
      installPackages(repository);
      install["a link, as of a workspace"](repository);
      const commit = repository.commit({});
      const { code, stdout, stderr } = await previewIn(repository, ["dev", "--against", "HEAD"]);
      assert.deepEqual([code, stdout], [2, ""]);
      const why =
        "@acme/shared is not there, as git does not keep packages/shared/dist/index.js there: give a plan file that `isotopo preview --format json` wrote there; ";
      assert.ok(stderr.startsWith(`isotopo: the base HEAD (${commit}): ${why}`), stderr);
      assert.ok(!stderr.includes("isotopo-base"), stderr);
    }));

  it("are found beside the program too, where that lies in a folder of its own", () =>
    inRepository(async (repository) => {
      const { "Pulumi.yaml": manifest = "", "index.js": code, "package.json": own, ...others } = bucketProject;
      const files = { "app/index.js": code, "app/package.json": own, "app/tags.js": others["tags.js"] };
      repository.write({ ...others, ...files, "Pulumi.yaml": `${manifest}main: app/\n` });
      renameSync(join(repository.project, "node_modules"), join(repository.project, "app/node_modules"));
      repository.commit({});
      const { code: end, stderr, stdout } = await previewIn(repository, ["dev", "--against", "HEAD"]);
      assert.deepEqual([end, stderr], [0, ""]);
      assert.ok(stdout.includes("\nno change, "), stdout);
    }));
});

describe("packages of a program that lies outside of the repository", () => {
  it("are not touched", () =>
    inFolder(async (folder) => {
      writeFiles(folder, {
        "package.json": "{}",
        "app/package.json": "{}",
        "here/node_modules/left/package.json": "{}",
      });
      const tops = { here: join(folder, "here"), there: join(folder, "there") };
      assert.deepEqual(await provideDependencies([join(folder, "app")], tops, "main"), []);
      assert.deepEqual(
        [existsSync(join(folder, "node_modules")), existsSync(join(folder, "app/node_modules"))],
        [false, false],
      );
    }));
});
