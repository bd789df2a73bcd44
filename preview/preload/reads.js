// Runs before a previewed program that is to tell which files it takes: modules that are loaded, and what is opened, looked
// for or listed. Only paths are told, and those of packages are left out: the lock file says what is in them. A path counts
// whether something is there or not, for what is looked for and not there may be there after a change.

const fs = require("node:fs");
const Module = require("node:module");
const { dirname, isAbsolute, resolve } = require("node:path");
const { fileURLToPath } = require("node:url");
const { isProgram, tell } = require("./tell");

/** Packages, git's own, devices, and where tsx keeps what it has compiled. */
const foreign = /[\\/]node_modules[\\/]|[\\/]\.git[\\/]|^\/(?:proc|dev|sys)\/|[\\/]tsx-\w+(?:[\\/]|$)/;

/** esbuild, which gets what it compiles from the loader. */
const loaderOfTypeScript = /[\\/]node_modules[\\/](?:@esbuild|esbuild)[\\/]/;

const modules = new Set();
const files = new Set();
const lists = new Set();
const below = new Set();
let any;

if (isProgram) {
  watchModules();
  watchFiles();
  watchPrograms();
  process.once("exit", () => {
    for (const file of Object.keys(require.cache)) note(modules, file);
    const reads = { modules: [...modules], files: [...files], lists: [...lists], below: [...below] };
    tell({ reads: any === undefined ? reads : { ...reads, any } });
  });
}

function note(to, given) {
  const path = pathOf(given);
  if (path !== undefined && !foreign.test(path) && dirname(path) !== __dirname) to.add(path);
}

/** The absolute path that a function of files was given; undefined for the number of an open file. */
function pathOf(given) {
  if (typeof given === "string") return resolve(given);
  if (Buffer.isBuffer(given)) return resolve(given.toString());
  return given instanceof URL && given.protocol === "file:" ? fileURLToPath(given) : undefined;
}

/** A module of packages that is not found is one of packages still. */
function watchModules() {
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function resolveAndNote(request, parent, ...rest) {
    try {
      const file = resolveFilename.call(this, request, parent, ...rest);
      if (isAbsolute(file)) note(modules, file);
      return file;
    } catch (error) {
      const from = parent?.filename;
      if (/^\.{1,2}(?:[\\/]|$)/.test(request) && from) note(modules, resolve(dirname(from), request));
      else if (isAbsolute(request)) note(modules, request);
      throw error;
    }
  };
}

function watchFiles() {
  const one = ["readFile", "open", "stat", "lstat", "access", "readlink", "realpath", "copyFile", "statfs"];
  const listing = ["readdir", "opendir"];
  for (const name of one) watch(name, (path) => note(files, path));
  for (const name of listing) {
    watch(name, (path, options) => {
      if (options?.recursive === true) note(below, path);
      else if (!isAskedByRunner()) note(lists, path);
    });
  }
  watch("cp", (path) => note(below, path));
  watch("glob", () => {
    any ??= "looks for files by pattern";
  });
  for (const name of ["exists", "createReadStream", "openAsBlob", "watch", "watchFile"]) {
    wrap(fs, name, (path) => note(files, path));
  }
  wrap(fs, "existsSync", (path) => note(files, path));
  // Modules of the ES kind have their own names for these functions.
  Module.syncBuiltinESMExports();
}

/** The SDK lists the program's folder to see whether it has an index of both kinds, which modules of one name show as well. */
function isAskedByRunner() {
  return /@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]/.test((new Error("list").stack ?? "").split("\n")[4] ?? "");
}

/** Has a function say what it is called with, in each of its three forms. */
function watch(name, say) {
  wrap(fs, name, say);
  wrap(fs, `${name}Sync`, say);
  wrap(fs.promises, name, say);
}

function wrap(owner, name, say) {
  const original = owner[name];
  if (typeof original !== "function") return;
  const wrapped = function wrapped(...args) {
    say(...args);
    return original.apply(this, args);
  };
  owner[name] = Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
}

/** What other programs and threads take is not seen. */
function watchPrograms() {
  const processes = require("node:child_process");
  for (const name of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]) {
    wrap(processes, name, (command) => {
      if (!loaderOfTypeScript.test(String(command))) any ??= `runs ${String(command).trim().split(/\s/)[0]}`;
    });
  }
  const threads = require("node:worker_threads");
  threads.Worker = new Proxy(threads.Worker, {
    construct(target, args, self) {
      if (!loaderOfTypeScript.test(String(args[0]))) any ??= "starts a thread";
      return Reflect.construct(target, args, self);
    },
  });
  Module.syncBuiltinESMExports();
}
