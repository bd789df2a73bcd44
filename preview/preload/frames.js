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

/** A call site as V8 writes it, with the place in the source that the program was made from. */
exports.described = (site) => {
  const text = String(site);
  const place = placeOf(site);
  return place === undefined ? text : text.replace(scriptPlace(site), () => place);
};

/** `file:line:column` of a call site, in the author's source where there is a map. */
exports.place = (site) => placeOf(site) ?? scriptPlace(site);

function scriptPlace(site) {
  return `${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()}`;
}

/**
 * Undefined for what has no map, and for packages, whose frames stay as they are: reports don't show them, and maps of the SDK lead to
 * `node_modules/@pulumi/config.ts`, a path that `util.inspect` of Node.js 20 with colours takes 15 seconds for.
 */
function placeOf(site) {
  if (!isOwn(site)) return undefined;
  const script = site.getFileName();
  const map = Module.findSourceMap(script);
  if (map === undefined) return placeByPackage(site, script);
  const origin = map.findOrigin(site.getLineNumber(), site.getColumnNumber());
  if (origin.fileName === undefined || origin.columnNumber < 1) return undefined;
  const file = origin.fileName.startsWith("file:") ? fileURLToPath(origin.fileName) : origin.fileName;
  return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
}

let mapSourcePosition;

/** Where Node.js was not asked to read maps, `source-map-support`, which the SDK loads, does: as it would without us. */
function placeByPackage(site, script) {
  mapSourcePosition ??= loadedMapper();
  if (mapSourcePosition === undefined) return undefined;
  const [line, column] = [site.getLineNumber(), site.getColumnNumber() - 1];
  const mapped = mapSourcePosition({ source: script, line, column });
  return mapped.source === script ? undefined : `${mapped.source}:${mapped.line}:${mapped.column + 1}`;
}

function loadedMapper() {
  const file = Object.keys(require.cache).find((path) => /[\\/]source-map-support[\\/]source-map-support\.js$/.test(path));
  const exported = file === undefined ? undefined : require.cache[file]?.exports?.mapSourcePosition;
  return typeof exported === "function" ? exported : undefined;
}
