#!/usr/bin/env node
// The command runs from its TypeScript sources; tsx transpiles them once and keeps the result in its cache.

require("tsx/cjs");
require("../preview/preload/plain-packages");
require("../preview/cli").main(process.argv);
