import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { answerTo } from "./in-process";
import type { VariantRequest } from "./request";

// One process for many plans: `node … worker.ts <request> <answer>`, both files of JSON.
// The SDK's runner sets stacks of errors up at its start, and a preload makes them cheap there.
const runner = require.resolve("@pulumi/pulumi/cmd/run/index.js");
createRequire(runner)("source-map-support/register");

const [request = "", answer = ""] = process.argv.slice(2);
const asked: VariantRequest = JSON.parse(readFileSync(request, "utf8"));
answerTo(asked).then(
  (answered) => writeFileSync(answer, JSON.stringify(answered)),
  (error: unknown) => {
    process.stderr.write(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
