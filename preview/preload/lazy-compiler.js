// Runs before a previewed program and before a policy pack. The SDK loads the TypeScript compiler and a package manager
// at its start, for the case that a function has to be serialized (dynamic providers, functions as a cloud's callbacks).
// Here they are loaded when they are first used: a quarter of the time and of the memory of a small program.

const Module = require("node:module");

const late = /^(typescript|@npmcli\/arborist|(\.\.?\/)+typescript-shim)$/;
const load = Module._load;

Module._load = function loadLate(request, parent, ...rest) {
  const isLate = late.test(request) && /@pulumi[\\/]pulumi[\\/]/.test(parent?.filename ?? "");
  return isLate ? whenUsed(() => load.call(this, request, parent, ...rest)) : load.call(this, request, parent, ...rest);
};

/** Stands for a module until a member is asked for. It says to be an ES module, so that nobody copies its members. */
function whenUsed(loadNow) {
  let loaded;
  const real = () => (loaded ??= loadNow());
  return new Proxy(
    {},
    {
      get: (_, key) => (key === "__esModule" ? true : key === "default" ? (real().default ?? real()) : real()[key]),
      has: (_, key) => key in real(),
    },
  );
}
