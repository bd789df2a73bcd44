// Runs before a previewed program, behind what the project has put before it, and before the command itself. tsx parses each file of
// each package to see whether it is an ES module. A file without the words `import` and `export` can't be one and has nothing to
// rewrite: here it is compiled as it is. tsx also has Node.js read the source map of each file that names one: reports show no lines of
// packages, whose maps are larger than their files. Any other loader gets every file as it is: it may change what is in packages.

const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { fileURLToPath } = require("node:url");
const { leaveOut, whereFits } = require("./fits");

const preload = "plain-packages";
const what = "files of packages";
const ofModules = /^(?:--require|-r|--import|--loader|--experimental-loader)$/;
const ofPackage = /[\\/]node_modules[\\/]/;
const ofTsx = /^tsx(?:\/|$)|[\\/]node_modules[\\/]tsx[\\/]/;
const fits = whereFits({ preload, what, package: "tsx", from: "4.0.0", below: "5.0.0" });

if (isTsxAlone()) {
  const load = Module._extensions[".js"];
  Module._extensions[".js"] = function loadPlain(module, file) {
    if (/[\\/]node_modules[\\/].*\.c?js$/.test(file)) {
      const text = readFileSync(file, "utf8");
      if (!/\b(?:import|export)\b/.test(text)) return module._compile(text, file);
    }
    return load(module, file);
  };
  const compile = Module.prototype._compile;
  Module.prototype._compile = function compileWithoutPackageMap(text, file, ...rest) {
    return compile.call(this, ofPackage.test(file) ? withoutMap(text) : text, file, ...rest);
  };
}

function withoutMap(text) {
  const comment = text.lastIndexOf("\n//# sourceMappingURL=");
  return comment >= 0 && /^\n\S+ \S+\s*$/.test(text.slice(comment)) ? text.slice(0, comment) : text;
}

/** Whether tsx is what loads modules here, and nothing beside it that was named to Node.js. */
function isTsxAlone() {
  const named = namedModules();
  const foreign = named.find((name) => !ofTsx.test(name));
  if (foreign !== undefined) {
    leaveOut(`${preload}: ${what}: ${foreign} may change them`);
    return false;
  }
  const files = [...named.map(fileOf), ...Object.keys(require.cache)];
  return files.some((file) => ofTsx.test(file) && fits(file));
}

/** The modules that Node.js loads first by its options, except the preloads. */
function namedModules() {
  const fromEnvironment = (process.env.NODE_OPTIONS ?? "").match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];
  const words = [...fromEnvironment, ...process.execArgv].map((word) => word.replace(/^"(.*)"$/, "$1"));
  const named = words.flatMap((word, index) => {
    const [, option = word, value = words[index + 1]] = /^(-[^=]*)=(.*)$/.exec(word) ?? [];
    return ofModules.test(option) && value !== undefined ? [value] : [];
  });
  return named.filter((name) => dirname(fileOf(name)) !== __dirname);
}

function fileOf(name) {
  try {
    if (name.startsWith("file:")) return fileURLToPath(name);
    return Module.createRequire(join(process.cwd(), "_")).resolve(name);
  } catch {
    return name;
  }
}
