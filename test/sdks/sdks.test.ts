import assert from "node:assert/strict";
import { cpSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { inFolder } from "../preview/programs";
import { run } from "../support/command";
import { projectDir } from "../support/project";
import { writeFiles } from "../support/write-files";
import { installed, newestOf, nodeOf } from "./installed";

const { sdk } = createRequire(__filename)(join(projectDir, "preview/preload/fits.js"));
const { version: pinned } = createRequire(__filename)("@pulumi/pulumi/package.json");
const majors = [20, 22, 24];

const plan = z.object({
  outputs: z.record(z.string(), z.unknown()),
  steps: z.array(z.object({ urn: z.string(), source: z.object({ file: z.string(), line: z.number() }).optional() })),
});

/** A program without `typescript` that does what preloads once broke. */
const index = `
const pulumi = require("@pulumi/pulumi");
const { prepareStackTrace } = Error;
Error.prepareStackTrace = (_, sites) => sites;
exports.site = new Error().stack[0].getLineNumber();
Error.prepareStackTrace = (error, sites) => prepareStackTrace(error, sites);
exports.wrapped = new TypeError("why").stack.split("\\n")[0];
Error.prepareStackTrace = prepareStackTrace;
require("depd")("program");
require("express")();
exports.caller = require("callsites")()[0].getFunctionName() === null;
exports.bare = new Error().stack.includes("index.js:12:");
const captured = { answer: "forty-two" };
exports.text = pulumi.runtime.serializeFunction(() => captured.answer).then(({ text }) => text.includes("forty-two"));
class Thing extends pulumi.CustomResource {
  constructor(name) { super("test:index:Thing", name, { size: 1 }); }
}
exports.urn = new Thing("one").urn;
exports.typescript = (() => { try { return require.resolve("typescript"); } catch { return "none"; } })();
`;

const found = {
  site: 5,
  wrapped: "TypeError: why",
  caller: true,
  bare: true,
  text: true,
  typescript: "none",
  urn: "urn:pulumi:dev::program::test:index:Thing::one",
};

describe("a program with another SDK, on another Node.js", () => {
  const newest = newestOf("@pulumi/pulumi");
  if (newest === undefined) {
    it("can't be tested without a package registry", function () {
      console.log("        SKIPPED: npm has no registry here, so no other SDK and no other Node.js can be installed");
      this.skip();
    });
    return;
  }
  for (const version of new Set<string>([sdk.from, pinned, newest])) {
    for (const major of majors) {
      it(`@pulumi/pulumi ${version} on Node.js ${major}: as without preloads, which leave nothing out`, async () => {
        const packages = { "@pulumi/pulumi": version, callsites: "3.1.0", depd: "2.0.0", express: "4.21.2" };
        const folder = installed(`sdk-${version}`, packages);
        const node = nodeOf(major);
        await inFolder(async (program) => {
          writeFiles(program, {
            "Pulumi.yaml": "name: program\nruntime: { name: nodejs, options: { typescript: false } }\n",
            "Pulumi.dev.yaml": "{}\n",
            "index.js": index,
          });
          cpSync(join(folder, "package.json"), join(program, "package.json"));
          symlinkSync(join(folder, "node_modules"), join(program, "node_modules"));
          const preview = async (...more: string[]) => {
            const args = ["preview", "dev", "--program", program, "--no-policy", "--format", "json", ...more];
            const env = { NODE_DEBUG: "isotopo" };
            const { code, stdout, stderr } = await run(node, [join(projectDir, "preview/bin/isotopo.js"), ...args], {
              env,
            });
            assert.equal(code, 0, stderr);
            return { ...plan.parse(JSON.parse(stdout)), leftOut: leftOutIn(stderr) };
          };
          const withPreloads = await preview();
          assert.deepEqual(withPreloads.outputs, found);
          assert.deepEqual(withPreloads.leftOut, []);
          const thing = withPreloads.steps.find(({ urn }) => urn === found.urn);
          assert.equal(thing?.source?.file, "index.js");
          const without = await preview("--no-preload");
          assert.deepEqual(without.outputs, found);
          assert.deepEqual(without.leftOut, []);
        });
      });
    }
  }
});

/** What preloads told, without the folder of the package. */
function leftOutIn(stderr: string): string[] {
  return [...stderr.matchAll(/^ISOTOPO \d+: left out: (.*) \(.*\)$/gm)].map(([, words = ""]) => words);
}
