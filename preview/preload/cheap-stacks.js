// Runs before a previewed program. The SDK takes the stack of a bare `new Error()` for every promise that it makes, for
// the case that one leaks, and `source-map-support` maps each frame of each through source maps: most of the time that a
// resource costs. Here these promises get no stack unless leaks are looked for, bare errors get none either, and errors
// with a message get theirs in the author's own lines, mapped once, by Node.js itself.

const Module = require("node:module");
const { fileURLToPath } = require("node:url");

const ofPackage = /[\\/]node_modules[\\/]/;
const load = Module._load;
let wrapped = process.env.PULUMI_DEBUG_PROMISE_LEAKS !== undefined;

Module._load = function loadWithoutPromiseStacks(request, ...rest) {
  const exported = load.call(this, request, ...rest);
  if (!wrapped && /(^|\/)debuggable$/.test(request) && typeof exported.debuggablePromise === "function") {
    wrapped = true;
    exported.debuggablePromise = withoutStacks(exported.debuggablePromise);
  }
  return exported;
};

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

process.setSourceMapsEnabled(true);

// Node.js reads the map of each file that names one. Nobody looks at those of packages, which are larger than the files.
const compile = Module.prototype._compile;
Module.prototype._compile = function compileWithoutPackageMap(text, file, ...rest) {
  return compile.call(this, ofPackage.test(file) ? withoutMap(text) : text, file, ...rest);
};

function withoutMap(text) {
  const comment = text.lastIndexOf("\n//# sourceMappingURL=");
  return comment >= 0 && /^\n\S+ \S+\s*$/.test(text.slice(comment)) ? text.slice(0, comment) : text;
}

Object.defineProperty(Error, "prepareStackTrace", { configurable: true, get: () => prepare, set: () => {} });

function prepare(error, frames) {
  const head = String(error);
  if (error.message === "")
    return /(^|\.)callsites$/.test(frames[0]?.getFunctionName() ?? "") ? origin(head, frames) : head;
  return [head, ...frames.map((frame) => `    at ${describe(frame)}`)].join("\n");
}

// The SDK looks for the line that makes a resource behind its own five frames; only the author's own line is worth a look
// into source maps.
function origin(head, frames) {
  const own = frames.find((frame) => /^(?!node:)(?!.*[\\/]node_modules[\\/])/.test(frame.getFileName() ?? "node:"));
  if (own === undefined) return head;
  const place = placeOf(own) ?? `${own.getFileName()}:${own.getLineNumber()}:${own.getColumnNumber()}`;
  return [head, ..."12345", `    at it (${place})`].join("\n");
}

function describe(frame) {
  const place = placeOf(frame);
  if (place === undefined) return String(frame);
  const name = frame.getFunctionName();
  return name === null ? place : `${name} (${place})`;
}

function placeOf(frame) {
  const script = frame.getFileName();
  // Frames of packages stay as they are: nobody shows them, and maps of the SDK lead to `node_modules/@pulumi/config.ts`,
  // a path on which `util.inspect` of Node.js 20 with colours turns around for 15 seconds.
  const map = script && !ofPackage.test(script) ? Module.findSourceMap(script) : undefined;
  if (map === undefined) return undefined;
  const origin = map.findOrigin(frame.getLineNumber(), frame.getColumnNumber());
  if (origin.fileName === undefined || origin.columnNumber < 1) return undefined;
  const file = origin.fileName.startsWith("file:") ? fileURLToPath(origin.fileName) : origin.fileName;
  return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
}
