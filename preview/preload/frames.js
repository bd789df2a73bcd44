// Call sites, and where they are in the author's own sources. What a program sets on `Error` is its own business: nothing here calls
// it, and all of it is put back.

const Module = require("node:module");
const { sep } = require("node:path");
const { fileURLToPath } = require("node:url");

const ofPackage = /[\\/]node_modules[\\/]/;
const keys = ["prepareStackTrace", "stackTraceLimit"];

/** The call sites above the function that asks, the last one first. Empty where the program has locked `Error`. */
exports.callSites = function callSites(most = Number.POSITIVE_INFINITY) {
  const before = keys.map((key) => Object.getOwnPropertyDescriptor(Error, key));
  const holder = {};
  try {
    const [prepare, limit] = [(_, sites) => sites, most];
    Object.defineProperty(Error, "prepareStackTrace", { configurable: true, writable: true, value: prepare });
    Object.defineProperty(Error, "stackTraceLimit", { configurable: true, writable: true, value: limit });
    Error.captureStackTrace(holder, callSites);
    return Array.isArray(holder.stack) ? holder.stack : [];
  } catch {
    return [];
  } finally {
    keys.forEach((key, index) => {
      if (before[index] === undefined) delete Error[key];
      else Object.defineProperty(Error, key, before[index]);
    });
  }
};

/** Whether a call site is in a preload. */
exports.isOfPreload = (site) => (site.getFileName() ?? "").startsWith(__dirname + sep);

/** Whether a call site is in the program itself: not in a package, and not in Node.js. */
exports.isOwn = isOwn;

function isOwn(site) {
  const script = site.getFileName() ?? "node:";
  return !script.startsWith("node:") && !ofPackage.test(script);
}

/** Our formatters, each with the formatter of `source-map-support` that it wraps. */
const ours = new WeakMap();

exports.markAsOurs = (formatter, theirs) => {
  ours.set(formatter, theirs);
  return formatter;
};

exports.isOfOurs = (formatter) => ours.has(formatter);

exports.mapperOfNow = mapperOfNow;

/**
 * The formatter in force, where it is of `source-map-support`, which the SDK sets, or ours. One that the program has set is its own
 * business, and never called.
 */
function mapperOfNow() {
  const { value } = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace") ?? {};
  if (typeof value !== "function") return undefined;
  if (ours.has(value)) return value;
  if (!/\bwrapCallSite\(/.test(String(value))) return undefined;
  return value({ name: "Head", message: "alone" }, []) === "Head: alone" ? value : undefined;
}

let mapper;

/** A call site as V8 writes it, with the place in the source that the program was made from. */
exports.described = described;

function described(site) {
  const text = String(site);
  // Frames of packages stay as they are: reports don't show them, and maps of the SDK lead to `node_modules/@pulumi/config.ts`, a path
  // that `util.inspect` of Node.js 20 with colours takes 15 seconds for.
  if (!isOwn(site)) return text;
  const script = site.getFileName();
  const map = Module.findSourceMap(script);
  // Where Node.js was not asked to read maps, `source-map-support` does it, as it would without us.
  if (map === undefined) return mappedByPackage(site) ?? text;
  const origin = map.findOrigin(site.getLineNumber(), site.getColumnNumber());
  if (origin.fileName === undefined || origin.columnNumber < 1) return text;
  const file = origin.fileName.startsWith("file:") ? fileURLToPath(origin.fileName) : origin.fileName;
  const place = `${script}:${site.getLineNumber()}:${site.getColumnNumber()}`;
  return text.replace(place, () => `${file}:${origin.lineNumber}:${origin.columnNumber}`);
}

function mappedByPackage(site) {
  const now = mapperOfNow();
  mapper = now === undefined ? mapper : (ours.get(now) ?? now);
  const lines = mapper?.({ name: "Head", message: "alone" }, [site]);
  return typeof lines === "string" && lines.startsWith(mark) ? lines.slice(mark.length) : undefined;
}

/** What comes before the frame in the stack of one frame. */
const mark = "Head: alone\n    at ";

/** `file:line:column` of a call site, in the author's source where there is a map. */
exports.place = (site) => {
  const text = described(site);
  return /\(([^()]+:\d+:\d+)\)$/.exec(text)?.[1] ?? text.replace(/^async /, "");
};
