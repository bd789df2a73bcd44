import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { publish, writeWhole } from "../../../preview/commands/write";
import { isotopo, run } from "../../support/command";
import { projectDir } from "../../support/project";
import { inFolder, mistakeOf } from "../programs";

describe("a report is written whole or not at all", () => {
  it("in the place of an old one, whose mode it keeps", () =>
    inFolder((folder) => {
      const file = join(folder, "a");
      writeFileSync(file, "a longer text than the new one");
      chmodSync(file, 0o640);
      writeWhole(file, "new");
      assert.equal(readFileSync(file, "utf8"), "new");
      assert.equal(statSync(file).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder), ["a"]);
    }));

  it("to where links lead, which stay links", () =>
    inFolder((folder) => {
      mkdirSync(join(folder, "inner"));
      writeFileSync(join(folder, "inner/file"), "old");
      symlinkSync("inner/file", join(folder, "first"));
      symlinkSync("first", join(folder, "second"));
      symlinkSync("inner/new", join(folder, "dangling"));
      writeWhole(join(folder, "second"), "by a link");
      writeWhole(join(folder, "dangling"), "by a link to nothing");
      assert.equal(readFileSync(join(folder, "inner/file"), "utf8"), "by a link");
      assert.equal(readFileSync(join(folder, "inner/new"), "utf8"), "by a link to nothing");
      assert.equal(readlinkSync(join(folder, "second")), "first");
      assert.equal(readlinkSync(join(folder, "dangling")), "inner/new");
      assert.deepEqual(readdirSync(join(folder, "inner")), ["file", "new"]);
    }));

  const refused: [what: string, words: string, make: (path: string) => void][] = [
    ["a folder", "it is a folder", (path) => mkdirSync(path)],
    ["a link that leads to itself", "it is a link that leads to itself", (path) => symlinkSync("out", path)],
  ];
  for (const [what, words, make] of refused) {
    it(`not in the place of ${what}, and no draft is left`, () =>
      inFolder(async (folder) => {
        const path = join(folder, "out");
        make(path);
        const was = lstatSync(path).ino;
        assert.equal(await mistakeOf((async () => writeWhole(path, "new"))()), `can't write ${path}: ${words}`);
        assert.equal(lstatSync(path).ino, was);
        assert.deepEqual(readdirSync(folder), ["out"]);
      }));
  }

  it("a pipe is opened and written, and stays a pipe", () =>
    inFolder(async (folder) => {
      const pipe = join(folder, "pipe");
      spawnSync("mkfifo", [pipe]);
      const read = run("cat", [pipe]);
      await publish("x".repeat(300_000), pipe);
      assert.equal((await read).stdout.length, 300_000);
      assert.ok(lstatSync(pipe).isFIFO());
      assert.deepEqual(readdirSync(folder), ["pipe"]);
    }));

  it("a device is written and stays one, also behind a link", () =>
    inFolder(async (folder) => {
      const link = join(folder, "null");
      symlinkSync("/dev/null", link);
      await publish("x", "/dev/null");
      await publish("x", link);
      assert.ok(statSync("/dev/null").isCharacterDevice());
      assert.ok(lstatSync(link).isSymbolicLink());
      const words = "can't write /dev/full: ENOSPC: no space left on device";
      if (existsSync("/dev/full")) assert.equal(await mistakeOf(publish("x", "/dev/full")), words);
    }));
});

describe("standard output", () => {
  const list = ["list", "--format", "json"];
  const printing = (script: string) =>
    run("bash", ["-c", script], {
      env: { TSX_DISABLE_CACHE: "1", ISOTOPO: join(projectDir, "preview/bin/isotopo.js") },
    });

  for (const out of ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]) {
    it(`is ${out}, and what is written behind it stays`, () =>
      inFolder(async (folder) => {
        const file = join(folder, "all");
        const options = "--program test/fixtures/programs/mistakes --no-policy --format markdown";
        const script = `{ echo before; node "$ISOTOPO" preview nothing ${options} --out ${out}; echo after; } >> ${file}`;
        assert.deepEqual(await printing(script), { code: 0, stdout: "", stderr: "" });
        const text = readFileSync(file, "utf8");
        assert.match(text, /^before\n<!-- isotopo:preview:[\s\S]*\nafter\n$/);
      }));
  }

  it("that is full from the start ends with 2 and one line", async () => {
    if (!existsSync("/dev/full")) return;
    const { code, stderr } = await printing(`node "$ISOTOPO" ${list.join(" ")} > /dev/full`);
    assert.deepEqual([code, stderr], [2, "isotopo: can't write standard output: ENOSPC: no space left on device\n"]);
  });

  it("that fills in the middle ends with 2 and one line", () =>
    inFolder(async (folder) => {
      // A limit of one block of 1,024 bytes: the system takes the beginning of a write and refuses the next one.
      const { code, stderr } = await printing(`ulimit -f 1; node "$ISOTOPO" ${list.join(" ")} > ${folder}/out`);
      assert.deepEqual([code, stderr], [2, "isotopo: can't write standard output: EFBIG: file too large\n"]);
      assert.equal(readFileSync(join(folder, "out"), "utf8").length, 1024);
    }));

  it("gets all of what a slow reader takes", async () => {
    const { code, stdout } = await printing(
      `set -o pipefail; node "$ISOTOPO" rules --format json | (sleep 0.2; wc -c)`,
    );
    assert.equal(code, 0);
    assert.ok(Number(stdout) > 65_536, stdout);
    assert.equal(Number(stdout), (await isotopo(["rules", "--format", "json"])).stdout.length);
  });
});
