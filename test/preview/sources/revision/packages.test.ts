import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { provideDependencies } from "../../../../preview/sources/revision/dependencies";
import { type Lacking, linkPackages } from "../../../../preview/sources/revision/linked-packages";
import { haveSamePackageFiles, packageFiles, packageFolders } from "../../../../preview/sources/revision/package-files";
import { settingsOf } from "../../../../preview/sources/revision/settings";
import { Tree } from "../../../../preview/sources/revision/tree";
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

/** What each package of the base leads to, from the folder that both sides lie in. */
async function linked(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>>) {
  return await inFolder((given) => {
    const folder = realpathSync(given);
    writeFiles(folder, files);
    for (const [path, target] of Object.entries(links)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(target, join(folder, path));
    }
    const lacking = linkPackages(join(folder, "here"), join(folder, "there"), {
      here: join(folder, "here"),
      there: join(folder, "there"),
    });
    const names = ["@acme/shared", "@acme/other", "@prisma/client", "left", "outside"];
    const dots = [".bin/shared", ".pnpm", ".cache", ".vite", ".prisma", ".package-lock.json"];
    const found = [...names, ...dots].flatMap((name) => {
      const path = join(folder, "there/node_modules", name);
      return existsSync(path) ? [[name, realpathSync(path).slice(folder.length + 1)]] : [];
    });
    const nested = join(folder, "there/packages/shared/node_modules/right");
    if (existsSync(nested)) found.push(["right", realpathSync(nested).slice(folder.length + 1)]);
    return { found: Object.fromEntries(found), lacking };
  });
}

const sides = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => [
      [`here/${path}`, text],
      [`there/${path}`, text],
    ]),
  );

describe("links to packages in a base", () => {
  const manifests = sides({ "package.json": "{}", "packages/shared/package.json": '{ "main": "index.js" }' });
  const toShared = { "here/node_modules/@acme/shared": "../../packages/shared" };
  const cases: [
    what: string,
    files: Readonly<Record<string, string>>,
    links: Readonly<Record<string, string>>,
    found: Readonly<Record<string, string>>,
    lacking?: Lacking[],
  ][] = [
    [
      "are to what is installed, and to the base's folders of the repository",
      { "here/node_modules/left/package.json": "{}", "elsewhere/package.json": "{}" },
      { ...toShared, "here/node_modules/outside": "../../elsewhere" },
      { "@acme/shared": "there/packages/shared", left: "here/node_modules/left", outside: "elsewhere" },
    ],
    [
      "are to what is installed elsewhere in the repository",
      { "here/.installed/left/package.json": "{}" },
      { "here/node_modules": ".installed" },
      { left: "here/.installed/left" },
    ],
    [
      "have those of a package beside it, and its commands",
      {
        "here/packages/shared/node_modules/right/package.json": "{}",
        ...sides({ "packages/shared/command.js": "" }),
      },
      { ...toShared, "here/node_modules/.bin/shared": "../@acme/shared/command.js" },
      {
        "@acme/shared": "there/packages/shared",
        right: "here/packages/shared/node_modules/right",
        ".bin/shared": "there/packages/shared/command.js",
      },
    ],
    [
      "are none to a folder that the base has not",
      { "here/made/package.json": "{}" },
      { "here/node_modules/@acme/other": "../../made" },
      {},
      [{ name: "@acme/other", folder: "made", why: "git does not keep made/ there" }],
    ],
    [
      "are none to what is installed and gets the work tree's packages by itself, through others too",
      {
        "here/node_modules/left/package.json": '{ "peerDependencies": { "@acme/shared": "1" } }',
        "here/node_modules/outside/package.json": '{ "dependencies": { "left": "1" } }',
      },
      toShared,
      { "@acme/shared": "there/packages/shared" },
      ["left", "outside"].map((name) => ({
        name,
        folder: `node_modules/${name}`,
        why: "it is installed and asks for @acme/shared, which is a folder of the repository",
      })),
    ],
    [
      "are none to caches of tools, and to what is generated of the work tree",
      {
        ...Object.fromEntries(
          [".cache/tsc/info", ".vite/x", ".pnpm/x", ".prisma/client/index.js", ".package-lock.json"].map((file) => [
            `here/node_modules/${file}`,
            "{}",
          ]),
        ),
        "here/node_modules/@prisma/client/package.json": "{}",
      },
      {},
      { ".pnpm": "here/node_modules/.pnpm" },
      ["@prisma/client", ".prisma"].map((name) => ({
        name,
        folder: `node_modules/${name}`,
        why: "it takes what was generated in node_modules/.prisma of the work tree",
      })),
    ],
  ];
  for (const [what, files, links, found, lacking = []] of cases) {
    it(what, async () => assert.deepEqual(await linked({ ...manifests, ...files }, links), { found, lacking }));
  }
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

describe("what says which packages a program gets", () => {
  const files = [...packageFiles, ...packageFolders.map((folder) => `${folder}/left.patch`)];
  for (const file of files) {
    it(`is ${file}: it touches all, and has a base install its own`, () =>
      inFolder((folder) => {
        writeFiles(folder, { [`one/${file}`]: "a: 1\n", [`other/${file}`]: "a: 2\n" });
        const [one, other] = [join(folder, "one"), join(folder, "other")];
        assert.deepEqual([haveSamePackageFiles(one, one), haveSamePackageFiles(one, other)], [true, false]);
        const place = { rootDir: folder, programDir: folder, entry: ".", nodeArgs: [], tops: [folder] as const };
        const [before, after] = ["1", "2"].map((id) => settingsOf(place, new Tree(new Map([[file, id]]))));
        assert.notDeepEqual(before, after);
      }));
  }

  it("is not where a .npmrc gets them from, nor who asks", () =>
    inFolder((folder) => {
      const access =
        "//registry.example.org/:_authToken=a\n@acme:registry=https://registry.example.org/\nfund = false\n";
      writeFiles(folder, {
        "one/.npmrc": `install-links=true\n${access}`,
        "other/.npmrc": "install-links=true\n",
        "third/a": "",
        "fourth/.npmrc": access,
      });
      const same = (one: string, other: string) => haveSamePackageFiles(join(folder, one), join(folder, other));
      assert.deepEqual([same("one", "other"), same("third", "fourth"), same("one", "third")], [true, true, false]);
    }));

  it("is not what a project has of its own in a folder of that name", () => {
    const place = { rootDir: "/a", programDir: "/a", entry: ".", nodeArgs: [], tops: ["/a"] as const };
    const of = (id: string) => settingsOf(place, new Tree(new Map([["patches/deployment.yaml", id]])));
    assert.deepEqual(of("1"), of("2"));
  });
});
