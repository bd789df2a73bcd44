// One hook on the loading of CommonJS modules, which all preloads share: each module that is loaded goes through it, and it is a line in
// each stack trace of a program that is being loaded.

const Module = require("node:module");

const load = Module._load;
const rules = [];

/**
 * Has a module loaded in another way. A rule has a pattern of what is asked for, `fits`, which is asked of the file that asks, and
 * `take`, which returns what that file gets; it is called with a function that loads the module, and with the module that asks.
 */
exports.onLoad = function onLoad(rule) {
  rules.push(rule);
};

Module._load = function loadByRules(request, parent, ...rest) {
  const rule = rules.find((one) => one.request.test(request) && one.fits(parent?.filename ?? ""));
  if (rule === undefined) return load.call(this, request, parent, ...rest);
  return rule.take(() => load.call(this, request, parent, ...rest), { request, parent });
};
