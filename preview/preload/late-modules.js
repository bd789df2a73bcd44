// Runs before a previewed program and before a policy pack. Packages load much at their start that a run hardly ever uses. Here it is
// loaded when it is first used: half of the time and a quarter of the memory of a small program. What can't be found is not put
// off: the package that asks for it has its own answer to that.

const { sdk, whereFits } = require("./fits");
const { onLoad } = require("./loads");

const zod = { package: "zod", from: "4.0.0", below: "5.0.0" };

/** What is loaded late: by which files, and how they must ask for it, so that they take no member of it at once. */
const late = [
  {
    what: "the compiler",
    of: sdk,
    by: /[\\/](?:runtime[\\/]closure[\\/]parseFunction|provider[\\/]experimental[\\/]analyzer)\.js$/,
    module: /[\\/]typescript-shim\.js$/,
    forms: {
      "runtime/closure/parseFunction.js": [/^const ts = require\("\.\.\/\.\.\/typescript-shim"\);$/m],
      "typescript-shim.js": [/^try \{\s+module\.exports = require\("typescript"\);\s+\}\s+catch /m],
    },
  },
  {
    what: "what reads a package.json",
    of: sdk,
    by: /[\\/]runtime[\\/]closure[\\/]codePaths\.js$/,
    module: /[\\/]normalize-package-data[\\/]/,
    forms: {
      "runtime/closure/codePaths.js": [
        /^const normalize_package_data_1 = __importDefault\(require\("normalize-package-data"\)\);$/m,
      ],
    },
  },
  {
    what: "the package manager",
    of: sdk,
    by: /[\\/]runtime[\\/]closure[\\/]codePaths\.js$/,
    module: /[\\/]@npmcli[\\/]arborist[\\/]/,
    forms: {
      "runtime/closure/codePaths.js": [/^const arborist = __importStar\(require\("@npmcli\/arborist"\)\);$/m],
    },
  },
  {
    what: "what drives the command line",
    of: sdk,
    by: /[\\/]index\.js$/,
    module: /[\\/]automation[\\/]index\.js$/,
    forms: {
      "index.js": [
        /^const automation = __importStar\(require\("\.\/automation"\)\);\s+exports\.automation = automation;$/m,
      ],
    },
  },
  {
    what: "the messages in sixty languages",
    of: zod,
    by: /[\\/]v4[\\/](?:core|classic|mini)[\\/]\w+\.cjs$/,
    module: /[\\/]locales[\\/]index\.cjs$/,
    forms: {
      "v4/core/index.cjs": [/^exports\.locales = __importStar\(require\("\.\.\/locales\/index\.cjs"\)\);$/m],
      "v4/classic/external.cjs": [/^exports\.locales = __importStar\(require\("\.\.\/locales\/index\.cjs"\)\);$/m],
    },
  },
];

for (const { what, of, by, module, forms } of late) {
  onLoad({ module, fits: fitting({ what, of, by, forms }), take: whenUsed });
}

// The interface of OpenTelemetry itself is asked at every call, and constants of others are used as they are.
onLoad({
  module: /[\\/]@opentelemetry[\\/](?!api[\\/]|semantic-conventions[\\/])/,
  fits: fitting({
    what: "what sends traces",
    of: sdk,
    by: /[\\/]cmd[\\/]run[\\/]tracing\.js$/,
    forms: {
      "cmd/run/tracing.js": [
        /^const (?:\{ NodeTracerProvider \}|sdk_trace_node_1) = require\("@opentelemetry\/sdk-trace-node"\);$/m,
        /^function start\(destinationUrl\) \{$/m,
      ],
    },
  }),
  take: membersWhenUsed,
});

onLoad({
  module: /[\\/]cmd[\\/]run-policy-pack[\\/]run\.js$/,
  fits: fitting({
    what: "the compiler of packs",
    of: sdk,
    by: /[\\/]cmd[\\/]run-policy-pack[\\/]index\.js$/,
    forms: { "cmd/run-policy-pack/run.js": [/^function run\(opts\) \{$/m, /^ +if \(opts\.typeScript\) \{$/m] },
  }),
  take: (loadNow) => withoutCompiler(loadNow()),
});

function fitting({ what, of, by, forms }) {
  const fits = whereFits({ ...of, preload: "late-modules", what, forms });
  return (file) => by.test(file) && fits(file);
}

/** A module that is loaded when a member is asked for. It is marked as an ES module, so that `__importStar` does not copy its members. */
function whenUsed(loadNow) {
  let loaded;
  const real = () => (loaded ??= loadNow());
  return new Proxy(
    {},
    {
      get: (_, key) => (key === "__esModule" ? true : key === "default" ? (real().default ?? real()) : real()[key]),
      set: (_, key, value) => Reflect.set(real(), key, value),
      has: (_, key) => key in real(),
      deleteProperty: (_, key) => Reflect.deleteProperty(real(), key),
      ownKeys: () => Reflect.ownKeys(real()),
      getOwnPropertyDescriptor: (_, key) => {
        const descriptor = Reflect.getOwnPropertyDescriptor(real(), key);
        return descriptor === undefined ? undefined : { ...descriptor, configurable: true };
      },
    },
  );
}

/** A module of functions and classes, which are taken out of it at once and used later, if at all. */
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
