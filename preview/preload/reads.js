// Runs before a previewed program that is to tell which files it takes: modules that are loaded, and what is opened, looked
// for or listed. Only paths are told, and those of packages are left out: the lock file says what is in them. A path counts
// whether something is there or not, for what is looked for and not there may be there after a change.

const fs = require("node:fs");
const Module = require("node:module");
const os = require("node:os");
const { dirname, isAbsolute, join, resolve, sep } = require("node:path");
const { fileURLToPath } = require("node:url");
const { isProgram, tell } = require("./tell");
const { callers, watchFunctions } = require("./ways");

/** What git keeps for itself is another at each commit. */
const ofGit = /[\\/]\.git[\\/]/;

/** esbuild opens what it bundles by itself, in a process or thread of its own. tsx gives it the text to compile. */
const ofEsbuild = /[\\/]node_modules[\\/](?:@esbuild|esbuild)[\\/]/;
const esbuild = /^esbuild(?:-wasm)?(?:\/|$)|[\\/]node_modules[\\/]esbuild(?:-wasm)?[\\/]/;
const ofTsx = /[\\/]node_modules[\\/]tsx[\\/]/;
const bundles = "loads esbuild, which opens files by itself,";
/** Functions of it that take texts alone; each other may open files. */
const onTexts = /^(?:transform|formatMessages|analyzeMetafile|initialize$|stop$)/;

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
    if (!isCompiler(command)) any ??= `runs ${String(command).trim().split(/\s/)[0]}`;
  },
  builtin: (name) => {
    any ??= opening.get(String(name).replace(/^node:/, ""));
  },
};

if (isProgram) {
  watchModules();
  guardEsbuild();
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
  if (path === undefined || (compiled !== undefined && `${path}${sep}`.startsWith(compiled))) return undefined;
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
  Module._load = function loadAndNote(request, parent, ...rest) {
    took.builtin(request);
    // What an ES module asks for has no parent.
    if (esbuild.test(request) && !ofTsx.test(parent?.filename ?? "")) any ??= bundles;
    return load.call(this, request, parent, ...rest);
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

/**
 * Where tsx has loaded esbuild, an ES module that asks for it gets what was exported then, and is not seen to ask. So the
 * functions of esbuild tell that they are called.
 */
function guardEsbuild() {
  const { _compile: compile } = Module.prototype;
  Module.prototype._compile = function compileAndGuard(text, file, ...rest) {
    const made = compile.call(this, text, file, ...rest);
    if (esbuild.test(file)) this.exports = guarded(this.exports);
    return made;
  };
}

function guarded(exports) {
  const guard = new Proxy(exports, {
    get(target, name, self) {
      if (name === "default") return guard;
      const value = Reflect.get(target, name, self);
      if (typeof value !== "function" || onTexts.test(String(name))) return value;
      return function callAndNote(...args) {
        any ??= bundles;
        return value.apply(this, args);
      };
    },
  });
  return guard;
}

/** Whether tsx asks for the process or thread in which esbuild compiles its texts. */
function isCompiler(command) {
  return ofEsbuild.test(String(command)) && callers().some((line) => ofTsx.test(line));
}

/** What threads take is not seen. */
function watchThreads() {
  const threads = require("node:worker_threads");
  threads.Worker = new Proxy(threads.Worker, {
    construct(target, args, self) {
      if (!isCompiler(args[0])) any ??= "starts a thread";
      return Reflect.construct(target, args, self);
    },
  });
}
