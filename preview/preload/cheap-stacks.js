// Runs before a previewed program. The SDK takes the stack of a bare `new Error()` for every promise that it makes, for the case that
// one leaks, and `source-map-support` maps each frame of each through source maps: most of the time that a resource costs. Here these
// promises get no stack unless leaks are looked for, and frames of packages are not mapped. `Error` stays the program's: what is set
// here is set once, in the place of what `source-map-support` sets, and a program may read it, wrap it, replace it or take it away.

const { leaveOut, sdk, whereFits } = require("./fits");
const { described, isOfOurs, isOfPreload, isOwn, mapperOfNow, markAsOurs, place } = require("./frames");
const { onLoad } = require("./loads");

const preload = "cheap-stacks";

if (process.env.PULUMI_DEBUG_PROMISE_LEAKS === undefined) {
  const patched = new WeakSet();
  onLoad({
    module: /[\\/]runtime[\\/]debuggable\.js$/,
    fits: whereFits({
      ...{ ...sdk, preload, what: "stacks of promises" },
      forms: {
        "runtime/debuggable.js": [
          /Object\.defineProperty\(p, "_debugStackTrace", \{ writable: true, value: new Error\(\)\.stack \}\);/,
          /^exports\.debuggablePromise = debuggablePromise;$/m,
        ],
      },
    }),
    take(loadNow) {
      const exported = loadNow();
      if (typeof exported.debuggablePromise === "function" && !patched.has(exported)) {
        patched.add(exported);
        exported.debuggablePromise = withoutStacks(exported.debuggablePromise);
      }
      return exported;
    },
  });
}

function withoutStacks(call) {
  return (...args) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return call(...args);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
}

const fitsStacks = whereFits({ ...sdk, preload, what: "stacks of errors" });

onLoad({
  module: /[\\/]source-map-support[\\/](?:source-map-support|register)\.js$/,
  fits: fitsStacks,
  take(loadNow) {
    const exported = loadNow();
    replaceMapper();
    return exported;
  },
});

// ts-node brings a `source-map-support` of its own, and sets it up when it is registered.
onLoad({
  module: /[\\/]ts-node(?:@[\d.]+)?[\\/](?:dist[\\/])?index\.js$/,
  fits: fitsStacks,
  take(loadNow) {
    const exported = loadNow();
    const register = (...args) => {
      const made = exported.register(...args);
      replaceMapper();
      return made;
    };
    return typeof exported.register === "function"
      ? Object.create(exported, { register: { value: register } })
      : exported;
  },
});

/** Where the SDK has just set a formatter of `source-map-support`, one that maps less is set in its place. What else is there stays. */
function replaceMapper() {
  const theirs = mapperOfNow();
  if (theirs === undefined || isOfOurs(theirs)) return;
  if (Object.getOwnPropertyDescriptor(Error, "prepareStackTrace")?.writable === true)
    Error.prepareStackTrace = preparing(theirs);
  else leaveOut(`${preload}: stacks of errors: Error.prepareStackTrace can't be set`);
}

/** As `source-map-support` does it, with frames of the program alone mapped, and without those of the preloads. */
function preparing(theirs) {
  return markAsOurs(function prepareStackTrace(error, frames) {
    const head = theirs(error, []);
    if (isForPlace(frames)) return withOrigin(head, frames);
    // An error that a preload threw keeps its frames: they tell whose fault it is.
    const shown = frames.length > 0 && isOfPreload(frames[0]) ? frames : frames.filter((frame) => !isOfPreload(frame));
    return [head, ...shown.map((frame) => `    at ${described(frame)}`)].join("\n");
  }, theirs);
}

const looksForOrigin = whereFits({
  ...{ ...sdk, preload, what: "lines that make a resource" },
  forms: {
    "resource.js": [
      /static callsites\(\) \{[\s\S]*?const stackTrace = new Error\(\)\.stack;[\s\S]*?\?\.slice\(1\)/,
      /const stackTrace = Resource\.stackTrace\(4\);\s+const sourcePosition = stackTrace\.length < 1 \? undefined : stackTrace\[0\];/,
      /stack = stack\.slice\(skip \+ 1\);/,
    ],
  },
});

/** Whether the SDK looks for the line that makes a resource: it takes all frames, for each resource, and needs one. */
function isForPlace([first]) {
  const file = first?.getFileName() ?? "";
  return (
    /[\\/]resource\.js$/.test(file) && /(^|\.)callsites$/.test(first.getFunctionName() ?? "") && looksForOrigin(file)
  );
}

/**
 * The SDK looks behind five frames: four of its own, and the class of the resource. The line that makes the resource comes next; where
 * that is in a package, the author's own line behind it is meant.
 */
function withOrigin(head, frames) {
  const others = frames.filter((frame) => !isOfPreload(frame));
  const own = others.slice(5).find(isOwn) ?? others.find(isOwn);
  return own === undefined ? head : [head, ..."12345", `    at it (${place(own)})`].join("\n");
}
