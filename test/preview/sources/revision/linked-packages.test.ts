import assert from "node:assert/strict";
import { existsSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Lacking, linkPackages } from "../../../../preview/sources/revision/linked-packages";
import { writeFiles } from "../../../support/write-files";
import { inFolder } from "../../programs";

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
