import { type TargetName, targets } from "../../../components/targets";
import { topologyOfStack } from "../../parity/topologies";
import type { Host } from "../host/host";
import { suiteHost } from "../host/suite-host";
import { suiteEngine } from "../support/engine-bin";
import { buildPlugins } from "../support/plugins";
import { count } from "../support/tally";
import { LivedStack } from "./lived-stack";
import type { LifeOf } from "./steps";

/** A stack whose life is lived, and what it becomes. */
export interface Lived {
  stack: string;
  cloud: TargetName;
  changes: LifeOf;
}

/**
 * Lives of stacks on Pulumi's own engine, from an empty account to an empty account, twice: after each command, what the offline
 * preview foretold is what happened, resource by resource. One host serves them, one after the other.
 */
export function describeLives(lived: readonly Lived[]): void {
  describe("a life", () => {
    const bin = suiteEngine();
    if (bin === undefined) return;
    const host = suiteHost();
    for (const one of lived) describe(`of ${one.stack}`, () => describeLife(one, bin, host));
  });
}

function describeLife({ stack, cloud, changes: changesOf }: Lived, bin: string, host: () => Host): void {
  // What comes after a step that failed would only fail by it.
  let failed = false;
  beforeEach(function () {
    if (failed) this.skip();
  });
  afterEach(function () {
    failed ||= this.currentTest?.state === "failed";
  });
  const changes = changesOf(topologyOfStack(stack), targets[cloud]);
  let life: LivedStack;

  before(async () => {
    life = await LivedStack.start({ name: stack, bin, plugins: await buildPlugins(), host: host(), changes });
    count({ livesBegun: 1 });
  });
  after(() => life?.remove());

  it("first up", () => life.becomes(0));
  it("up again changes nothing", () => life.stays("up"));
  it("refresh changes nothing", () => life.stays("refresh"));
  for (const [index, { name }] of changes.entries()) {
    if (index > 0) it(name, () => life.becomes(index));
  }
  it("destroy", () => life.isDestroyed());
  it("the same from the start", () => life.isBackAgain());
  it("destroyed again", async () => {
    await life.isDestroyed();
    count({ lives: 1 });
  });
}
