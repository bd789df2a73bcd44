import assert from "node:assert/strict";
import { z } from "zod";
import { preload, printedBy } from "./run-preloads";

const traced = z.object({ traceId: z.string(), loaded: z.array(z.string()) });
const print = (script: string) => printedBy(script, [preload("late-modules.js")]);

const loaded = `() => {
  const names = Object.keys(require.cache).map((file) => /node_modules\\/(@opentelemetry\\/[^/]+)/.exec(file)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}`;

describe("modules that packages load and hardly ever use", () => {
  it("are not loaded for traces that nobody wants", async () => {
    const script = `require("@pulumi/pulumi/cmd/run/tracing"); console.log(JSON.stringify((${loaded})()));`;
    assert.deepEqual(await print(script), ["@opentelemetry/api"]);
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
    const { traceId, loaded: names } = traced.parse(await print(script));
    assert.match(traceId, /^(?!0{32})[0-9a-f]{32}$/);
    assert.ok(names.includes("@opentelemetry/sdk-trace-node") && names.includes("@opentelemetry/exporter-zipkin"));
  });

  it("work where a function is serialized", async () => {
    const script = `
      const pulumi = require("@pulumi/pulumi");
      const { serializeFunction } = pulumi.runtime;
      serializeFunction(() => 42).then(({ text }) => console.log(JSON.stringify(text.includes("return 42") || text.includes("=> 42"))));`;
    assert.equal(await print(script), true);
  });

  for (const [title, module, folder, member] of [
    ["the automation of the SDK", "@pulumi/pulumi", "@pulumi/pulumi/automation", "automation.LocalWorkspace"],
    ["the languages of zod", "zod", "zod/v4/locales", "locales.de"],
  ] as const) {
    it(`load ${title} at the first use of a member, and not before`, async () => {
      const script = `
        const isThere = () => Object.keys(require.cache).some((file) => file.includes("node_modules/${folder}/index"));
        const all = require("${module}");
        const before = isThere();
        const kind = typeof all.${member};
        console.log(JSON.stringify({ before, kind, after: isThere() }));`;
      assert.deepEqual(await print(script), { before: false, kind: "function", after: true });
    });
  }

  it("have their members when they are listed", async () => {
    const script = `
      const { automation } = require("@pulumi/pulumi");
      console.log(JSON.stringify([Object.keys(automation).includes("LocalWorkspace"), "Stack" in automation]));`;
    assert.deepEqual(await print(script), [true, true]);
  });
});
