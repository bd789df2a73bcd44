// One hook on the loading of CommonJS modules, which preloads share. It works while a module is looked for, and not while it runs: so
// no frame of it is in the stacks of a program that is being loaded.

const Module = require("node:module");

const resolve = Module._resolveFilename;
const rules = [];
const loading = new Set();

/**
 * Has a module loaded in another way. A rule has a pattern of the module's file, `fits`, which is asked of the file that asks for it,
 * and `take`, which returns what that file gets; it is called with a function that loads the module, and with the module's file.
 */
exports.onLoad = function onLoad(rule) {
  rules.push(rule);
};

Module._resolveFilename = function resolveByRules(request, parent, ...rest) {
  const file = resolve.call(this, request, parent, ...rest);
  if (loading.has(file)) return file;
  const rule = rules.find((one) => one.module.test(file) && one.fits(parent?.filename ?? ""));
  if (rule !== undefined)
    giveOnce(
      file,
      rule.take(() => loadNow(file, parent), file),
    );
  return file;
};

function loadNow(file, parent) {
  loading.add(file);
  try {
    return Module._load(file, parent, false);
  } finally {
    loading.delete(file);
  }
}

/** Node.js asks the cache next. What it finds there is for the module that asks now; any other gets what the file exports. */
function giveOnce(file, given) {
  const real = Module._cache[file];
  if (real !== undefined && (real.exports === given || !real.loaded)) return;
  const once = new Module(file);
  once.loaded = true;
  const exports = {
    configurable: true,
    get() {
      if (real === undefined) delete Module._cache[file];
      else Module._cache[file] = real;
      return given;
    },
  };
  Object.defineProperty(once, "exports", exports);
  Module._cache[file] = once;
}
