import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { preview } from "../../../preview/engine/preview";
import { freshProgramPlan, inFolder, mistakeOf, program } from "../programs";

const source = join(program("mistakes"), "index.js");

describe("a program with a mistake", () => {
  const mistakes: [stack: string, message: string, line?: string][] = [
    [
      "remote",
      "Error: failed to register new resource cluster [other:index:Cluster]: 2 UNKNOWN: " +
        '"cluster" (other:index:Cluster) is a remote component: its code runs in a plugin process, which a preview ' +
        "without plugins can't start. Use `pulumi preview` for this program. " +
        "URN: urn:pulumi:remote::mistakes::other:index:Cluster::cluster",
      "new Remote",
    ],
    [
      "twice",
      "Error: failed to register new resource same [aws:sqs/queue:Queue]: 2 UNKNOWN: " +
        "Duplicate resource URN 'urn:pulumi:twice::mistakes::aws:sqs/queue:Queue::same': " +
        'two resources are named "same" and have the same type and parent; try giving one a unique name',
      "Object.twice",
    ],
    ["unset", "Missing required configuration variable 'mistakes:color'\n\tplease set a value using the command"],
    ["rejects", "Error: refused to go on", source],
    ["exits", "the program ended itself with code 7 (process.exit at index.js:17:24)"],
    ["tells", "Error: the password is [secret]", "Object.tells"],
    ["tellsOwn", "Error: the token is [secret]", source],
  ];
  for (const [stack, message, line] of mistakes) {
    it(stack, async () => {
      const told = await mistakeOf(freshProgramPlan("mistakes", { stack }));
      assert.equal(told.slice(0, message.length), message);
      if (line !== undefined) assert.ok(told.includes(`    at ${line}`), told);
      assert.doesNotMatch(told, /node_modules|node:internal/);
      // `util.inspect` of Node.js 20 takes 15 seconds for a stack that leads into `node_modules/@pulumi/config.ts`.
    }).timeout(10_000);
  }

  // An update would delete what was not registered before such an end, so that no race may let it pass.
  for (const stack of ["endsFirst", "endsInCallback", "endsLate", "endsByCode", "endsAtLeast"]) {
    it(`that ends itself with success: ${stack}`, async () => {
      const told = await mistakeOf(freshProgramPlan("mistakes", { stack, config: { "aws:region": "eu-west-1" } }));
      assert.match(
        told,
        /^the program ended itself with code 0 \(process\.exit at index\.js:\d+:\d+\), so that resources may be missing; let it end by itself, or throw an error$/,
      );
    });
  }

  it("that nests a value too deeply is told so, and its own endless recursion by its line", async () => {
    const config = { "aws:region": "eu-west-1" };
    assert.equal(
      await mistakeOf(freshProgramPlan("mistakes", { stack: "deep", config })),
      "a property of a resource, or an output, is nested too deeply to be previewed: hundreds of lists and objects, one in another",
    );
    const told = await mistakeOf(freshProgramPlan("mistakes", { stack: "recursive", config }));
    assert.match(told, /RangeError: Maximum call stack size exceeded\n {4}at .*index\.js:\d+/);
  });

  it("that waits for what never comes", async () => {
    const told = await mistakeOf(preview({ projectDir: program("waits"), stack: "dev", config: {} }));
    assert.equal(
      told,
      "the program ended before it was done: something that it waits for never comes, such as a promise that is never resolved. " +
        "Run it with PULUMI_DEBUG_PROMISE_LEAKS=true to see what",
    );
  });

  it("in a folder without Pulumi's SDK is told what to install", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "Pulumi.yaml"), "name: bare\nruntime: nodejs\n");
      const told = await mistakeOf(preview({ projectDir: folder, stack: "dev", config: {} }));
      assert.equal(told, `@pulumi/pulumi is not installed for ${folder}: run \`npm install\` there`);
    }));
});
