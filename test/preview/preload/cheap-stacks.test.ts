import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";
import { preload, printedBy } from "./run-preloads";

/** Loads what the SDK's runner loads first, from where the runner does. */
const runner = createRequire(__filename).resolve("@pulumi/pulumi/cmd/run/index.js");
const start = `
  const ofSdk = require("node:module").createRequire(${JSON.stringify(runner)});
  ofSdk("source-map-support/register");`;

/** What a program does with stacks of errors, and what it finds, with or without us. Its own file is at.js. */
const uses: readonly [title: string, body: string, found: unknown][] = [
  [
    "sets it, for call sites, as depd and callsites do",
    `const { prepareStackTrace, stackTraceLimit } = Error;
     Error.prepareStackTrace = (_, sites) => sites;
     Error.stackTraceLimit = 1;
     const holder = {};
     Error.captureStackTrace(holder, () => {});
     const [site, ...others] = new Error().stack;
     const found = [Array.isArray(holder.stack), base(site.getFileName()), site.getLineNumber(), others.length];
     Error.prepareStackTrace = prepareStackTrace;
     Error.stackTraceLimit = stackTraceLimit;
     return [...found, typeof new Error("x").stack];`,
    [true, "at.js", 11, 0, "string"],
  ],
  [
    "reads it, and calls what it reads",
    "return [typeof Error.prepareStackTrace, Error.prepareStackTrace(new TypeError('why'), [])];",
    ["function", "TypeError: why"],
  ],
  [
    "looks at the property",
    `const { value, writable, configurable } = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
     return [typeof value, writable, configurable];`,
    ["function", true, true],
  ],
  [
    "wraps what is there, as Sentry and dd-trace do",
    `const { prepareStackTrace: before } = Error;
     let files;
     Error.prepareStackTrace = (error, sites) => {
       files = sites.map((site) => site.getFileName());
       return before(error, sites);
     };
     const { stack } = new RangeError("wrapped");
     return [base(files[0]), stack.split("\\n")[0], base(stack.split("\\n")[1])];`,
    ["at.js", "RangeError: wrapped", "at.js:12:24"],
  ],
  [
    "takes it away",
    "delete Error.prepareStackTrace; return base(new Error('plain').stack.split('\\n')[1]);",
    "at.js:6:50",
  ],
  [
    "sets it to undefined",
    "Error.prepareStackTrace = undefined; return base(new Error('plain').stack.split('\\n')[1]);",
    "at.js:6:55",
  ],
  [
    "gives each class its own name and head",
    `class Refused extends Error {
       constructor(message) { super(message); this.name = "Refused"; Error.captureStackTrace(this, Refused); }
     }
     const bare = {};
     Error.captureStackTrace(bare);
     return [new Refused("no").stack.split("\\n")[0], bare.stack.split("\\n")[0]];`,
    ["Refused: no", "Error: "],
  ],
  [
    "asks a bare error who called, and sets a limit, which the SDK's promises leave",
    `Error.stackTraceLimit = 2;
     const { debuggablePromise } = ofSdk("../../runtime/debuggable");
     debuggablePromise(Promise.resolve(), "one");
     return [Error.stackTraceLimit, new Error().stack.split("\\n").slice(1).map((line) => base(line.trim()))];`,
    [2, ["at.js:9:37", "at.js:10:5)"]],
  ],
  [
    "loads source-map-support itself, and is told the line of its source",
    `ofSdk("source-map-support").install();
     const { mapped } = require("./mapped");
     return base(mapped().split("\\n")[1]);`,
    "mapped.ts:1:1)",
  ],
  [
    "has its lines mapped without asking",
    `return base(require("./mapped").mapped().split("\\n")[1]);`,
    "mapped.ts:1:1)",
  ],
  [
    "prints the stack of an error that a required file throws",
    `try { require("./throws"); } catch (error) {
       return error.stack.split("\\n").filter((line) => line.includes(__dirname)).map((line) => base(line.trim()));
     }`,
    ["throws.js:1:7)", "at.js:6:12", "at.js:9:5)"],
  ],
];

const programFiles = (body: string): Record<string, string> => ({
  "at.js": `${start}
  const base = (text) => String(text).split("/").pop();
  const found = (() => {
     ${body}
  })();
  console.log(JSON.stringify(found));\n`,
  "mapped.js": "exports.mapped = () => new Error('mapped').stack;\n//# sourceMappingURL=mapped.js.map\n",
  "mapped.js.map": JSON.stringify({ version: 3, sources: ["mapped.ts"], names: [], mappings: "AAAA" }),
  "throws.js": "throw new Error('thrown');\n",
});

describe("Error.prepareStackTrace", () => {
  for (const [title, body, found] of uses) {
    it(`is the program's, which ${title}`, () =>
      inFolder(async (folder) => {
        writeFiles(folder, programFiles(body));
        const script = 'require("./at.js")';
        assert.deepEqual(await printedBy(script, [], folder), found, "without preloads");
        const all = ["late-modules.js", "late-inspector.js", "cheap-stacks.js"].map(preload);
        assert.deepEqual(await printedBy(script, all, folder), found);
      }));
  }
});
