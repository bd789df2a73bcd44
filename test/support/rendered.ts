import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isotopo } from "./command";
import { shippedStacks } from "./project";

/** The stacks of Kubernetes that the project ships, by name. */
export const kubernetesStacks = shippedStacks.filter((stack) => stack.includes("-kubernetes-"));

const folder = mkdtempSync(join(tmpdir(), "isotopo-rendered-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const rendered = new Map<string, Promise<string>>();

/** The folder with a stack's manifests, rendered once for all tests that ask. */
export function manifestsOf(stack: string): Promise<string> {
  const known = rendered.get(stack);
  if (known !== undefined) return known;
  const manifests = render(stack);
  rendered.set(stack, manifests);
  return manifests;
}

async function render(stack: string): Promise<string> {
  const manifests = join(folder, stack);
  const { code, stderr } = await isotopo(["render", stack, "--out", manifests]);
  assert.equal(code, 0, stderr);
  return manifests;
}
