// Runs before a previewed program and before a policy pack. The SDK loads the TypeScript compiler and a package manager
// at its start, for the case that a function has to be serialized (dynamic providers, functions as a cloud's callbacks), and
// what sends traces, for the case that somebody wants some. Here they are loaded when they are first used: a third of the time
// and a quarter of the memory of a small program.

const Module = require("node:module");

const late = /^(typescript|@npmcli\/arborist|(\.\.?\/)+typescript-shim)$/;
/** The interface of OpenTelemetry itself is asked at every call. */
const tracing = /^@opentelemetry\/(?!api$)/;
const load = Module._load;

Module._load = function loadLate(request, parent, ...rest) {
  const from = parent?.filename ?? "";
  if (request === "./run" && /run-policy-pack[\\/]index\.js$/.test(from)) {
    return withoutCompiler(load.call(this, request, parent, ...rest));
  }
  if (tracing.test(request) && /@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]tracing\.js$/.test(from)) {
    return membersWhenUsed(() => load.call(this, request, parent, ...rest));
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

/** Stands for a module of functions and classes, which are taken out of it at once and used later, if at all. */
function membersWhenUsed(loadNow) {
  let loaded;
  const real = (key) => {
    loaded ??= loadNow();
    return loaded[key];
  };
  const member = (key) =>
    new Proxy(function late() {}, {
      apply: (_, self, args) => Reflect.apply(real(key), self, args),
      construct: (_, args) => Reflect.construct(real(key), args),
      get: (_, property) => real(key)[property],
    });
  return new Proxy({}, { get: (_, key) => member(key) });
}

/** The SDK sets a compiler up for every pack, also for one that says it is JavaScript. */
function withoutCompiler(runner) {
  const typeScript = process.env.PULUMI_NODEJS_TYPESCRIPT !== "false";
  return { ...runner, run: (options) => runner.run({ ...options, typeScript: options.typeScript && typeScript }) };
}
