// Runs before a previewed program and before a policy pack. The SDK loads the TypeScript compiler and a package manager
// at its start, for the case that a function has to be serialized (dynamic providers, functions as a cloud's callbacks).
// Here they are loaded when they are first used: a quarter of the time and of the memory of a small program.

const Module = require("node:module");

const late = /^(typescript|@npmcli\/arborist|(\.\.?\/)+typescript-shim)$/;
const load = Module._load;

Module._load = function loadLate(request, parent, ...rest) {
  const from = parent?.filename ?? "";
  if (request === "./run" && /run-policy-pack[\\/]index\.js$/.test(from)) {
    return withoutCompiler(load.call(this, request, parent, ...rest));
  }
  const isLate = late.test(request) && /@pulumi[\\/]pulumi[\\/]/.test(from);
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

/** The SDK sets a compiler up for every pack, also for one that says it is JavaScript. */
function withoutCompiler(runner) {
  const typeScript = process.env.PULUMI_NODEJS_TYPESCRIPT !== "false";
  return { ...runner, run: (options) => runner.run({ ...options, typeScript: options.typeScript && typeScript }) };
}
