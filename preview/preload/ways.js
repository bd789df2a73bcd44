// Which functions of Node.js take files, and what they take: the part of `reads.js` that goes by their names. Each is replaced
// by one that says first what it was called with. `test/preview/preload/reads.test.ts` holds every function of these modules to
// be here, or to be left out for a reason.

const fs = require("node:fs");
const Module = require("node:module");
const processes = require("node:child_process");
const { dirname, resolve } = require("node:path");
const { callSites } = require("./frames");

/** Functions with a form for promises and one that waits. What is moved or linked is read by another name later. */
const readers = [
  "readFile",
  "stat",
  "lstat",
  "access",
  "readlink",
  "realpath",
  "copyFile",
  "statfs",
  "watch",
  "exists",
];
const movers = ["cp", "rename", "link"];
const others = ["createReadStream", "openAsBlob", "watchFile"];

/** Has these functions tell what they take; `took` has a function for each kind. */
exports.watchFunctions = function watchFunctions(took) {
  for (const name of [...readers, ...others]) inAllForms(name, (path) => took.file(path));
  for (const name of movers) inAllForms(name, (path) => took.below(path));
  inAllForms("open", (path, flags) => {
    // What was in the file does not matter to one that only writes.
    if (!/^[aw]x?$/.test(String(flags))) took.file(path);
  });
  inAllForms("symlink", (target, path) => {
    const from = typeof path === "string" ? dirname(path) : ".";
    took.below(typeof target === "string" ? resolve(from, target) : target);
  });
  for (const name of ["readdir", "opendir"]) {
    inAllForms(name, (path, options) => {
      if (options?.recursive === true) took.below(path);
      else if (!isAskedByRunner()) took.list(path);
    });
  }
  inAllForms("glob", () => took.any("looks for files by pattern"));
  for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]) {
    wrap(processes, name, (command) => took.runs(command));
  }
  // All that runs beside this process and is waited for goes through here, whatever asked for it.
  wrap(processes.ChildProcess.prototype, "spawn", (options) => took.runs(options?.file));
  wrap(process, "loadEnvFile", (path) => took.file(path ?? ".env"));
  wrap(process, "dlopen", (_, file) => took.file(file));
  wrap(process, "getBuiltinModule", (name) => took.builtin(name));
  for (const name of ["binding", "_linkedBinding"]) wrap(process, name, () => took.any("uses what is below Node.js"));
  wrap(Module, "findPackageJSON", () => took.any("looks for a package.json"));
  for (const name of ["register", "registerHooks"]) {
    wrap(Module, name, () => {
      if (!isAskedByPackage()) took.any("changes how modules are found");
    });
  }
};

/** Has a function say what it is called with, in each of its three forms. */
function inAllForms(name, say) {
  wrap(fs, name, say);
  wrap(fs, `${name}Sync`, say);
  wrap(fs.promises, name, say);
}

function wrap(owner, name, say) {
  if (typeof owner[name] === "function") owner[name] = saying(owner[name], say);
}

/**
 * Some functions carry others of their kind: `realpath.native`, what `promisify` makes of `execFile`. What `promisify` makes carries
 * itself.
 */
function saying(original, say, made = new Map()) {
  function wrapped(...args) {
    say(...args);
    return original.apply(this, args);
  }
  made.set(original, wrapped);
  for (const key of Reflect.ownKeys(original)) {
    const descriptor = Object.getOwnPropertyDescriptor(original, key);
    const { value } = descriptor;
    const isForm = typeof value === "function" && key !== "prototype";
    const form = isForm ? { ...descriptor, value: made.get(value) ?? saying(value, say, made) } : descriptor;
    Object.defineProperty(wrapped, key, form);
  }
  return wrapped;
}

/** The SDK lists the program's folder to see whether it has an index of both kinds, which modules of one name show as well. */
function isAskedByRunner() {
  return /@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]/.test(caller());
}

function isAskedByPackage() {
  return /[\\/]node_modules[\\/]/.test(caller());
}

/** The line that called a function of this file's. */
function caller() {
  return callers(10).find((line) => !line.includes(__filename)) ?? "";
}

/** Call sites of the call under way, as text, the last one first. */
function callers(most) {
  return callSites(most).map(String);
}

exports.callers = callers;
