#!/usr/bin/env node
// The command, from what `npm run build` made of the sources.

const { existsSync } = require("node:fs");
const { resolve } = require("node:path");

const built = resolve(__dirname, "../dist/cli.js");
if (existsSync(built)) require(built).main(process.argv);
else {
  console.error(`isotopo: ${built} is missing; build it with \`npm run build\` in ${resolve(__dirname, "..")}`);
  process.exitCode = 2;
}
