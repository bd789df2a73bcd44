import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { preload, startNode } from "../../../preview/engine/child";
import { preloadMessagesIn } from "../../../preview/engine/preload-messages";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";

/** What preloads change in the SDK: the file that asks, what it asks for, and the file whose form decides. */
const changes: readonly { name: string; asks: string; asked: string; form: string }[] = [
  {
    name: "cheap-stacks: stacks of promises",
    asks: "runtime/settings.js",
    asked: "runtime/debuggable.js",
    form: "runtime/debuggable.js",
  },
  {
    name: "late-inspector: the inspector session",
    asks: "cmd/run/index.js",
    asked: "runtime/closure/v8Hooks.js",
    form: "runtime/closure/v8Hooks.js",
  },
  {
    name: "late-modules: the compiler",
    asks: "runtime/closure/parseFunction.js",
    asked: "typescript-shim.js",
    form: "runtime/closure/parseFunction.js",
  },
  {
    name: "late-modules: what drives the command line",
    asks: "index.js",
    asked: "automation/index.js",
    form: "index.js",
  },
  {
    name: "late-modules: the compiler of packs",
    asks: "cmd/run-policy-pack/index.js",
    asked: "cmd/run-policy-pack/run.js",
    form: "cmd/run-policy-pack/run.js",
  },
];

/** Has each file of a copy of the SDK ask for what it asks for; tells what it got and what preloads left out. */
async function asking(folder: string): Promise<{ got: unknown; leftOut: string[] }> {
  const script = `
    const { createRequire } = require("node:module");
    const ask = ({ asks, asked }) => createRequire(${JSON.stringify(folder)} + "/" + asks)(${JSON.stringify(folder)} + "/" + asked);
    console.log(JSON.stringify(${JSON.stringify(changes)}.map(ask).map((got) => got.answer ?? "real")));`;
  const loaders = ["late-modules.js", "late-inspector.js", "cheap-stacks.js"].flatMap(preload);
  const child = startNode([...loaders, "-e", script], dirname(folder), {}, false);
  assert.equal(await child.exit, 0, child.output());
  return { got: JSON.parse(child.output()), leftOut: preloadMessagesIn(child.messageLines()).leftOut };
}

const versions: readonly [version: string, why: (form: string) => string][] = [
  ["3.112.0", () => "@pulumi/pulumi is 3.112.0, required: from 3.113.0 to below 4.0.0"],
  ["4.0.0-alpha.1", () => "@pulumi/pulumi is 4.0.0-alpha.1, required: from 3.113.0 to below 4.0.0"],
  ["3.270.0", (form) => `@pulumi/pulumi 3.270.0 has another ${form}`],
];

describe("a preload whose package does not fit", () => {
  for (const [version, why] of versions) {
    it(`does nothing, and tells why: @pulumi/pulumi ${version} with files of its own`, () =>
      inFolder(async (made) => {
        const folder = join(realpathSync(made), "node_modules/@pulumi/pulumi");
        const own = 'module.exports = { answer: "its own" };\n';
        const files = changes.flatMap(({ asked, form }) => [asked, form]);
        writeFiles(folder, {
          ...Object.fromEntries(files.map((file) => [file, own])),
          "package.json": JSON.stringify({ name: "@pulumi/pulumi", version }),
        });
        assert.deepEqual(await asking(folder), {
          got: changes.map(() => "its own"),
          leftOut: changes.map(({ name, form }) => `${name}: ${why(form)} (${folder})`),
        });
      }));
  }

  it("is none with the SDK that is installed", async () => {
    const folder = dirname(require.resolve("@pulumi/pulumi"));
    assert.deepEqual(await asking(folder), { got: changes.map(() => "real"), leftOut: [] });
  });
});
