import assert from "node:assert/strict";
import { join } from "node:path";
import { z } from "zod";
import { run } from "../../support/command";
import { projectDir } from "../../support/project";

const traced = z.object({ traceId: z.string(), loaded: z.array(z.string()) });
const preload = join(projectDir, "preview/preload/late-modules.js");

/** Runs a script with the preload before it, and reads the JSON that it prints. */
async function printedBy(script: string): Promise<unknown> {
  const { code, stdout, stderr } = await run(process.execPath, ["--require", preload, "-e", script], {
    cwd: projectDir,
  });
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

const loaded = `() => {
  const names = Object.keys(require.cache).map((file) => /node_modules\\/(@opentelemetry\\/[^/]+)/.exec(file)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}`;

describe("modules that the SDK loads and hardly ever uses", () => {
  it("are not loaded for traces that nobody wants", async () => {
    const script = `require("@pulumi/pulumi/cmd/run/tracing"); console.log(JSON.stringify((${loaded})()));`;
    assert.deepEqual(await printedBy(script), ["@opentelemetry/api"]);
  });

  it("work where somebody wants traces", async () => {
    const script = `
      const tracing = require("@pulumi/pulumi/cmd/run/tracing");
      tracing.start("http://127.0.0.1:9/api/v2/spans");
      const span = tracing.newSpan("one");
      const { traceId } = span.spanContext();
      span.end();
      tracing.stop();
      console.log(JSON.stringify({ traceId, loaded: (${loaded})() }));
      process.exit(0);`;
    const { traceId, loaded: names } = traced.parse(await printedBy(script));
    assert.match(traceId, /^(?!0{32})[0-9a-f]{32}$/);
    assert.ok(names.includes("@opentelemetry/sdk-trace-node") && names.includes("@opentelemetry/exporter-zipkin"));
  });

  it("work where a function is serialized", async () => {
    const script = `
      const pulumi = require("@pulumi/pulumi");
      const { serializeFunction } = pulumi.runtime;
      serializeFunction(() => 42).then(({ text }) => console.log(JSON.stringify(text.includes("return 42") || text.includes("=> 42"))));`;
    assert.equal(await printedBy(script), true);
  });
});
