import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { topologyOfStack } from "../parity/topologies";
import { projectDir } from "../support/project";
import { lifeStack, takeStep } from "./lives/life-stack";
import { suiteEngine } from "./support/engine-bin";
import { buildPlugins } from "./support/plugins";

const stackName = "fixture-aws-prod";

describe("a mistake of a program on Pulumi's own engine", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;

  it("is told by the line of its source, two seconds after it happened at the latest", async () => {
    const { runtime } = parse(readFileSync(join(projectDir, "Pulumi.yaml"), "utf8"));
    const stack = await lifeStack(stackName, {
      bin,
      plugins: await buildPlugins(),
      nodeargs: runtime.options.nodeargs,
    });
    try {
      const happened = stack.file("happened");
      takeStep(stack, { topology: topologyOfStack(stackName), secretValues: {}, mistake: happened });
      const heard = hearing(stack.file("1-up.log"), /"diagnosticEvent":.*a mistake of the tests.*"severity":"error"/);
      const { errors, code } = await stack.up();
      assert.notEqual(code, 0);
      assert.match(errors.join("\n"), /a mistake of the tests\n\s+at .*lives\/program\/index\.ts:\d+:\d+/);
      const line = Number(/lives\/program\/index\.ts:(\d+):/.exec(errors.join("\n"))?.[1]);
      const source = readFileSync(join(__dirname, "lives/program/index.ts"), "utf8").split("\n");
      assert.match(source[line - 1] ?? "", /throw new Error\("a mistake of the tests"\)/);
      const seconds = (heard() - Number(readFileSync(happened, "utf8"))) / 1000;
      assert.ok(seconds <= 2, `told ${seconds} s after it happened`);
    } finally {
      stack.remove();
    }
  });
});

/** When a line of a file that a command writes is seen first, in milliseconds. */
function hearing(file: string, line: RegExp): () => number {
  let at = Number.POSITIVE_INFINITY;
  const looking = setInterval(() => {
    if (!existsSync(file) || !line.test(readFileSync(file, "utf8"))) return;
    at = Date.now();
    clearInterval(looking);
  }, 100);
  looking.unref();
  return () => at;
}
