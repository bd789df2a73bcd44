// Runs before a previewed program, behind what the project has put before it, and before the command itself. A loader of
// TypeScript such as tsx parses each file of each package to see whether it is an ES module. A file without the words
// `import` and `export` can't be one and has nothing to rewrite: here it is compiled as it stands.

const { readFileSync } = require("node:fs");
const { _extensions: extensions } = require("node:module");

const load = extensions[".js"];

extensions[".js"] = function loadPlain(module, file) {
  if (/[\\/]node_modules[\\/].*\.c?js$/.test(file)) {
    const text = readFileSync(file, "utf8");
    if (!/\b(?:import|export)\b/.test(text)) return module._compile(text, file);
  }
  return load(module, file);
};
