// Runs before a previewed program and before a policy pack. Packages load much at their start that a run hardly ever uses.
// Here it is loaded when it is first used: half of the time and a quarter of the memory of a small program.

const Module = require("node:module");

/** What is loaded late, by the files that ask for it. The interface of OpenTelemetry itself is asked at every call. */
const late = [
  // The compiler, a package manager and what reads packages: for functions that have to be serialized.
  {
    from: /@pulumi[\\/]pulumi[\\/]/,
    request: /^(typescript|@npmcli\/arborist|normalize-package-data|(\.\.?\/)+typescript-shim)$/,
  },
  // What drives the command line from a program.
  { from: /@pulumi[\\/]pulumi[\\/]index\.js$/, request: /^\.\/automation$/ },
  // The messages in sixty languages.
  { from: /[\\/]zod[\\/]v4[\\/]/, request: /\/locales\/index\.cjs$/ },
];
const tracing = { from: /@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]tracing\.js$/, request: /^@opentelemetry\/(?!api$)/ };
const load = Module._load;

Module._load = function loadLate(request, parent, ...rest) {
  const file = parent?.filename ?? "";
  const loadNow = () => load.call(this, request, parent, ...rest);
  const is = ({ from, request: wanted }) => wanted.test(request) && from.test(file);
  if (is(tracing)) return membersWhenUsed(loadNow);
  if (late.some(is)) return whenUsed(loadNow);
  return request === "./run" && /run-policy-pack[\\/]index\.js$/.test(file) ? withoutCompiler(loadNow()) : loadNow();
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
      ownKeys: () => Reflect.ownKeys(real()),
      getOwnPropertyDescriptor: (_, key) => {
        const descriptor = Reflect.getOwnPropertyDescriptor(real(), key);
        return descriptor === undefined ? undefined : { ...descriptor, configurable: true };
      },
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
