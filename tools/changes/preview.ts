import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { OrdinaryChange } from ".";
import { Checkout } from "./edit";

const projectDir = resolve(__dirname, "../..");

/** A clean checkout of the last commit in a folder of its own, with the packages and the built pack of this work tree. */
export interface CheckoutFolder {
  checkout: Checkout;
  remove(): void;
}

/** Makes a checkout, and the change in it. */
export function checkoutWith({ edit }: Pick<OrdinaryChange, "edit">): CheckoutFolder {
  const dir = mkdtempSync(join(tmpdir(), "isotopo-change-"));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    const git = (...args: string[]) => execFileSync("git", args, { stdio: "pipe" });
    git("clone", "--quiet", "--shared", projectDir, dir);
    // The branch's name, or that there is none, is nothing that a comment should depend on.
    git("-C", dir, "checkout", "--quiet", "-B", "main");
    symlinkSync(join(projectDir, "node_modules"), join(dir, "node_modules"));
    cpSync(join(projectDir, "policy/dist"), join(dir, "policy/dist"), { recursive: true });
    const checkout = new Checkout(dir);
    edit(checkout);
    return { checkout, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * What the change does, as `isotopo preview --changed --against main --format json` says it there, by the command of this work tree.
 * Rejects where the preview fails; a policy that blocks is no failure.
 */
export async function previewOf(change: OrdinaryChange): Promise<string> {
  const { checkout, remove } = checkoutWith(change);
  try {
    const args = ["preview", "--changed", "--against", "main", "--format", "json"];
    return await isotopo(args, checkout.dir);
  } finally {
    remove();
  }
}

function isotopo(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    const command = [join(projectDir, "preview/bin/isotopo.js"), ...args];
    execFile(process.execPath, command, { cwd, maxBuffer: 1024 ** 3 }, (error, stdout, stderr) => {
      if (error === null || error.code === 1) done(stdout);
      else fail(new Error(`isotopo ${args.join(" ")} in ${cwd}:\n${stderr}`));
    });
  });
}
