// Runs before a previewed program that is to tell which files it takes: modules that are loaded, and what is opened, looked
// for or listed. Only paths are told, and those of packages are left out: the lock file says what is in them. A path counts
// whether something is there or not, for what is looked for and not there may be there after a change.

const fs = require("node:fs");
const Module = require("node:module");
const os = require("node:os");
const { dirname, isAbsolute, join, resolve, sep } = require("node:path");
const { fileURLToPath } = require("node:url");
const { isProgram, tell } = require("./tell");
const { watchFunctions } = require("./ways");

/** What git keeps for itself is another at each commit. */
const ofGit = /[\\/]\.git[\\/]/;

/** esbuild, which gets what it compiles from the loader. */
const loaderOfTypeScript = /[\\/]node_modules[\\/](?:@esbuild|esbuild)[\\/]/;

/** Modules of Node.js that open files by themselves. */
const opening = new Map([
  ["sqlite", "opens databases"],
  ["wasi", "gives files to WebAssembly"],
]);

const realpath = fs.realpathSync.native;
const compiled = whereTsxKeepsCode();
/** Where the folder of a package leads, by that folder: into the repository, or undefined for what is installed. */
const ofPackages = new Map();

const modules = new Set();
const files = new Set();
const lists = new Set();
const below = new Set();
let any;

const took = {
  file: (path) => note(files, path),
  list: (path) => note(lists, path),
  below: (path) => note(below, path),
  any: (why) => {
    any ??= why;
  },
  runs: (command) => {
    if (!loaderOfTypeScript.test(String(command))) any ??= `runs ${String(command).trim().split(/\s/)[0]}`;
  },
};

if (isProgram) {
  watchModules();
  watchFunctions(took);
  watchThreads();
  // Modules of the ES kind have their own names for these functions.
  Module.syncBuiltinESMExports();
  process.once("exit", () => {
    for (const file of Object.keys(require.cache)) note(modules, file);
    const reads = { modules: [...modules], files: [...files], lists: [...lists], below: [...below] };
    tell({ reads: any === undefined ? reads : { ...reads, any } });
  });
}

function note(to, given) {
  const path = ownPath(pathOf(given));
  if (path !== undefined && dirname(path) !== __dirname) to.add(path);
}

/** The absolute path that a function of files was given; undefined for the number of an open file. */
function pathOf(given) {
  if (typeof given === "string") return resolve(given);
  if (given instanceof Uint8Array) return resolve(Buffer.from(given).toString());
  return given instanceof URL && given.protocol === "file:" ? fileURLToPath(given) : undefined;
}

/** Undefined for what is installed, and for what tsx has compiled. */
function ownPath(path) {
  if (path === undefined || (compiled !== undefined && path.startsWith(compiled))) return undefined;
  const cut = path.lastIndexOf(`${sep}node_modules${sep}`);
  if (cut >= 0) return inPackage(path, cut + "/node_modules/".length);
  if (ofGit.test(path)) any ??= "reads what git keeps for itself";
  return path;
}

/** A package that is a folder of the repository is a link in node_modules. */
function inPackage(path, start) {
  const [first = "", second = ""] = path.slice(start).split(sep, 2);
  const name = first.startsWith("@") ? join(first, second) : first;
  const folder = path.slice(0, start + name.length);
  if (!ofPackages.has(folder)) ofPackages.set(folder, leadsTo(folder));
  const target = ofPackages.get(folder);
  return target === undefined ? undefined : target + path.slice(folder.length);
}

function leadsTo(folder) {
  try {
    const target = realpath(folder);
    return target.includes(`${sep}node_modules${sep}`) ? undefined : target;
  } catch {
    return undefined;
  }
}

/** As tsx says it (`temporary-directory` in it); undefined where the program itself lies there. */
function whereTsxKeepsCode() {
  const user = process.geteuid ? process.geteuid() : os.userInfo().username;
  const folder = join(os.tmpdir(), `tsx-${user}`, sep);
  return `${process.cwd()}${sep}`.startsWith(folder) ? undefined : folder;
}

/** A module of packages that is not found is one of packages still. */
function watchModules() {
  const { _load: load, _resolveFilename: resolveFilename } = Module;
  Module._load = function loadAndNote(request, ...rest) {
    any ??= opening.get(String(request).replace(/^node:/, ""));
    return load.call(this, request, ...rest);
  };
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

/** What threads take is not seen. */
function watchThreads() {
  const threads = require("node:worker_threads");
  threads.Worker = new Proxy(threads.Worker, {
    construct(target, args, self) {
      if (!loaderOfTypeScript.test(String(args[0]))) any ??= "starts a thread";
      return Reflect.construct(target, args, self);
    },
  });
}
