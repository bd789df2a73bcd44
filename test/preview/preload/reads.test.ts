import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { writeFiles } from "../../support/write-files";
import { inFolder } from "../programs";
import { readsOf } from "./reads-of";

/** Modules of Node.js that can take files of a machine; what another can do is said below. */
const watched = ["fs", "fs/promises", "child_process", "process", "module"];

/** Functions that take no contents of files, by the reason. All forms of a name: with `Sync`, and for promises. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  "writes, and its result does not depend on what was there": [
    ...["appendFile", "writeFile", "createWriteStream", "truncate", "mkdir", "mkdtemp", "mkdtempDisposable", "rm"],
    ...["rmdir", "unlink", "chmod", "lchmod", "chown", "lchown", "utimes", "lutimes", "unwatchFile"],
  ],
  "takes the number of a file that was opened by another function": [
    ...["close", "read", "readv", "write", "writev", "fchmod", "fchown", "fdatasync", "fstat", "fsync", "ftruncate"],
    "futimes",
  ],
  "opens by a function that is watched": ["ReadStream", "WriteStream", "FileReadStream", "FileWriteStream", "Dir"],
  "only writes": ["Utf8Stream"],
  "gives modules that are watched, and tells of others, as is said below": ["getBuiltinModule"],
  "holds what others have found": ["Dirent", "Stats", "SourceMap"],
  "runs what is watched by itself": ["ChildProcess", "Module", "runMain", "createRequire"],
  "says only what is in this process": [
    ...["uptime", "getActiveResourcesInfo", "cpuUsage", "threadCpuUsage", "resourceUsage", "memoryUsage", "hrtime"],
    ...["constrainedMemory", "availableMemory", "getuid", "geteuid", "getgid", "getegid", "getgroups", "cwd", "assert"],
    ...["hasUncaughtExceptionCaptureCallback", "findSourceMap", "isBuiltin", "wrap", "stripTypeScriptTypes"],
    ...["getCompileCacheDir", "getSourceMapsSupport"],
  ],
  "changes this process alone": [
    ...["setUncaughtExceptionCaptureCallback", "emitWarning", "nextTick", "setSourceMapsEnabled", "umask", "ref"],
    ...["unref", "initgroups", "setgroups", "setegid", "seteuid", "setgid", "setuid", "syncBuiltinESMExports"],
    ...["setSourceMapsSupport", "addUncaughtExceptionCaptureCallback"],
  ],
  "ends this process or signals others": ["reallyExit", "kill", "exit", "abort"],
  "replaces this process, which then tells nothing: there is no reading": ["execve"],
  "paths are told as they are at the time": ["chdir"],
  "has no input": ["openStdin"],
  "keeps what was compiled, by its contents": ["enableCompileCache", "flushCompileCache"],
};

const reasons = new Map(Object.entries(excluded).flatMap(([reason, names]) => names.map((name) => [name, reason])));

/** Functions after which any file may have been taken. */
const anyFile = [
  ...["exec", "execFile", "fork", "spawn", "binding", "_linkedBinding", "glob"],
  ...["register", "registerHooks", "findPackageJSON"],
];

interface Way {
  module: string;
  name: string;
  /** Without its form. */
  plain: string;
}

/** Names that Node.js keeps for itself are no ways of a program, but for two that are known to be used. */
function waysOf(module: string): Way[] {
  const value: object = require(`node:${module}`);
  return Object.getOwnPropertyNames(value)
    .filter((name) => name === "_linkedBinding" || !name.startsWith("_"))
    .filter((name) => typeof Reflect.get(value, name) === "function")
    .map((name) => ({ module, name, plain: name.replace(/Sync$/, "") }));
}

const ways = watched.flatMap(waysOf).filter(({ name, plain }) => !reasons.has(name) && !reasons.has(plain));

const noted = ways.filter(({ plain }) => !anyFile.includes(plain));

const any = ways.filter(({ plain }) => anyFile.includes(plain));

/** A form that a function carries, such as what `promisify` makes of it. */
const forms: [owner: string, form: string][] = [
  ["require('fs').realpath", "native"],
  ["require('fs').realpathSync", "native"],
  ["require('fs').exists", "promisify"],
  ["require('child_process').exec", "promisify"],
  ["require('child_process').execFile", "promisify"],
];

const formOf = ([owner, form]: [string, string]) =>
  form === "promisify" ? `require('util').promisify(${owner})` : `${owner}.${form}`;

/** Calls a function with a path, in whatever form; what comes of it does not matter. */
const call = (fn: string, path: string) =>
  `try { const made = ${fn}.call(null, ...given(${JSON.stringify(path)}, ${JSON.stringify(fn)}));
   made?.catch?.(() => {}); made?.on?.("error", () => {}); made?.next?.().catch(() => {}); } catch {}\n`;

const start = `const given = (path, fn) =>
  /dlopen/.test(fn) ? [{ exports: {} }, path] : /symlink/.test(fn) ? [path, "made"] : [path, /Sync|promises/.test(fn) ? undefined : () => {}];\n`;

const end = "setTimeout(() => process.exit(0), 50);";

describe("what a program takes is told", function () {
  this.timeout(60_000);

  it("by each function of Node.js that takes a file", () =>
    inFolder(async (given) => {
      const folder = realpathSync(given);
      const all = [
        ...noted.map(({ module, name }) => `require('node:${module}')[${JSON.stringify(name)}]`),
        ...forms.filter(([owner]) => owner.includes("'fs'")).map(formOf),
      ];
      const pathOf = (at: number) => join(folder, `taken-${at}`);
      const { modules, files, lists, below, any } = await readsOf(
        start + all.map((fn, at) => call(fn, pathOf(at))).join("") + end,
        folder,
      );
      const found = new Set([...modules, ...files, ...lists, ...below]);
      assert.deepEqual([all.filter((_, at) => !found.has(pathOf(at))), any], [[], undefined]);
      assert.ok(all.length >= 40);
    }));

  for (const fn of [
    ...any.map(({ module, name }) => `require('node:${module}')[${JSON.stringify(name)}]`),
    ...forms.filter(([owner]) => owner.includes("child_process")).map(formOf),
    "((file) => new (require('child_process').ChildProcess)().spawn({ file, args: [] }))",
    "(() => new (require('worker_threads').Worker)('0;', { eval: true }))",
    "(() => require('wasi'))",
    ...(process.getBuiltinModule === undefined ? [] : ["(() => process.getBuiltinModule('node:wasi'))"]),
    "((file) => require('fs').readFileSync('.git/HEAD'))",
  ]) {
    it(`as any file after ${fn}`, () =>
      inFolder(async (folder) => {
        assert.notEqual((await readsOf(start + call(fn, "./taken") + end, folder)).any, undefined);
      }));
  }

  it("knows each function of this Node.js by one reason at most", () => {
    const both = [...reasons.keys()].filter((name) => anyFile.includes(name));
    assert.deepEqual([both, any.length + noted.length > 50], [[], true]);
  });

  it("by each module of Node.js, or is none of a repository", () => {
    const known = new Set(Object.values(modules).flat());
    const plain = builtinModules.map((name) => name.replace(/^node:/, "")).filter((name) => !name.startsWith("_"));
    assert.deepEqual(
      plain.filter((name) => !known.has(name)),
      [],
    );
  });
});

/** Modules of Node.js by what they do with files. */
const modules: Readonly<Record<string, readonly string[]>> = {
  "is watched, or any file counts once it is loaded": [...watched, "worker_threads", "wasi", "sqlite"],
  "runs other programs by child_process, which is watched": ["cluster", "test", "test/reporters"],
  "asks others over the network or a socket": [
    ...[
      "dgram",
      "dns",
      "dns/promises",
      "http",
      "http2",
      "https",
      "net",
      "quic",
      "tls",
      "inspector",
      "inspector/promises",
    ],
  ],
  "is about this process and its host": [
    ...["async_hooks", "constants", "diagnostics_channel", "domain", "os", "perf_hooks", "sys", "trace_events", "v8"],
    ...["timers", "timers/promises", "sea"],
  ],
  "works on what it is given": [
    ...["assert", "assert/strict", "buffer", "console", "crypto", "events", "path", "path/posix", "path/win32"],
    ...["punycode", "querystring", "stream", "stream/consumers", "stream/promises", "stream/web"],
    ...["string_decoder", "url", "util", "util/types", "vm", "zlib"],
  ],
  "has no input": ["readline", "readline/promises", "repl", "tty"],
};

describe("what a program takes is told wherever it lies", function () {
  this.timeout(60_000);
  const files = { "m.js": "0;", "a.txt": "0" };
  const script = "require('./m'); require('fs').readFileSync('a.txt');";
  const isTold = async (folder: string, env = {}) => {
    writeFiles(folder, files);
    const reads = await readsOf(script, folder, env);
    assert.deepEqual(
      [reads.modules.includes(join(folder, "m.js")), reads.files.includes(join(folder, "a.txt"))],
      [true, true],
    );
  };

  it("in a folder of tsx' kind, and where tsx keeps what it has compiled", () =>
    inFolder(async (given) => {
      const folder = realpathSync(given);
      await isTold(join(folder, "tsx-demo"));
      const name = `tsx-${process.geteuid?.() ?? ""}`;
      await isTold(join(folder, name), { TMPDIR: folder });
      // From elsewhere, what is there is tsx' own.
      const read = `require('fs').readFileSync(${JSON.stringify(join(folder, name, "a.txt"))});`;
      writeFiles(folder, files);
      assert.ok(!(await readsOf(read, folder, { TMPDIR: folder })).files.some((file) => file.includes(name)));
    }));

  it("in memory", async function () {
    if (!existsSync("/dev/shm")) this.skip();
    const folder = mkdtempSync("/dev/shm/isotopo-test-");
    try {
      await isTold(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("in a package that is a folder of the repository, and not in an installed one", () =>
    inFolder(async (given) => {
      const folder = realpathSync(given);
      writeFiles(folder, { "packages/shared/data.json": "{}", "node_modules/left/data.json": "{}" });
      mkdirSync(join(folder, "node_modules/@acme"));
      symlinkSync("../../packages/shared", join(folder, "node_modules/@acme/shared"));
      const read = (name: string) => `require('fs').readFileSync('node_modules/${name}/data.json');`;
      const { files: told } = await readsOf(read("@acme/shared") + read("left"), folder);
      const own = told.filter((file) => file.endsWith("data.json"));
      assert.deepEqual(own, [join(folder, "packages/shared/data.json")]);
    }));
});
