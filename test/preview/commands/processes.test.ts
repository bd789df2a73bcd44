import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectDir } from "../../support/project";
import { inFolder, program, twoRules } from "../programs";

function started(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(projectDir, "preview/bin/isotopo.js"), ...args], {
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  const written = { stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written.stderr += text;
  });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, written, code };
}

/** Waits until it is so, half a minute at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !holds(); i++) await sleep(50);
  assert.ok(holds());
}

/** Whether a process runs; one that ended and that nobody asked for yet does not. */
function runs(pid: number): boolean {
  const state = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && !state.startsWith("Z");
}

const pidIn = (file: string): number => (existsSync(file) ? Number(readFileSync(file, "utf8")) : 0);

describe("the command and its processes", () => {
  it("a reader that goes away is no error, and gets no trace", async () => {
    const { child, written, code } = started(["list"]);
    child.stdout.destroy();
    assert.equal(await code, 0);
    assert.equal(written.stderr, "");
  });

  for (const [signal, ended] of [
    ["SIGINT", 130],
    ["SIGTERM", 130],
    ["SIGHUP", 130],
    ["SIGKILL", null],
  ] as const) {
    it(`${signal} ends it with ${ended}, and the program and the pack with it`, () =>
      inFolder(async (folder) => {
        const files = { PID_FILE: join(folder, "program"), PACK_PID_FILE: join(folder, "pack") };
        const args = ["preview", "waits", "--program", program("mistakes"), "--policy-pack", twoRules];
        const { child, written, code } = started(args, files);
        await until(() => pidIn(files.PID_FILE) > 0 && pidIn(files.PACK_PID_FILE) > 0);
        const pids = [pidIn(files.PID_FILE), pidIn(files.PACK_PID_FILE)];
        assert.deepEqual(pids.map(runs), [true, true]);
        child.kill(signal);
        assert.equal(await code, ended);
        assert.equal(written.stderr, "");
        await until(() => !pids.some(runs));
      }));
  }
});
