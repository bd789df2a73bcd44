import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "./command";
import { projectDir } from "./project";

/** The operators whose own validation is built from their modules: a folder of test/cluster/judges each. */
export const operators = ["cloudnative-pg", "cert-manager", "external-secrets"] as const;
export type Operator = (typeof operators)[number];

/** What an operator says of one object; test/cluster/judges/judge says what each field means. */
export interface Verdict {
  kind: string;
  name: string;
  refused: string;
  warnings: string[];
  rewritten: string[];
}

/** Modules are read as their go.sum has them, by the Go that is installed. */
const environment = { GOFLAGS: "-buildvcs=false -mod=readonly", GOTOOLCHAIN: "local", GOWORK: "off", CGO_ENABLED: "0" };
const cache = process.env.ISOTOPO_JUDGES ?? join(homedir(), ".cache/isotopo-judges");

/** Whether there is a Go to build with. */
export async function hasGo(): Promise<boolean> {
  return run("go", ["version"]).then(
    ({ code }) => code === 0,
    () => false,
  );
}

/** Builds an operator's validation. The first time takes minutes, since Go keeps what it compiled, seconds after. */
export async function build(operator: Operator): Promise<void> {
  const { code, stderr } = await run("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", program(operator), "."], {
    cwd: join(projectDir, "test/cluster/judges", operator),
    env: environment,
  });
  assert.equal(code, 0, stderr);
}

/** What an operator says of the objects in a folder that are of its kinds. */
export async function judge(operator: Operator, manifests: string): Promise<Verdict[]> {
  const { code, stdout, stderr } = await run(program(operator), [manifests]);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

function program(operator: Operator): string {
  return join(cache, operator);
}
