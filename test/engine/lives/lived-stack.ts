import assert from "node:assert/strict";
import { losesData } from "../../../preview/compare/counts";
import { heldData } from "../../../preview/compare/data-holding";
import type { ResourceChange } from "../../../preview/model/change";
import { stackNamed } from "../../support/fixture/stacks";
import type { Fault } from "../clouds/faults";
import type { Host } from "../host/host";
import type { Foretold } from "../host/messages";
import type { Step } from "../support/events";
import type { Ended, EngineStack } from "../support/stack";
import { count } from "../support/tally";
import { changedBy, differencesBetween, happenedTo, placeOf } from "./held-against";
import { lifeStack } from "./life-stack";
import type { Changes } from "./steps";
import { faultsOf, type Wrong } from "./wrong";

/** What a lived stack is made of. */
interface Parts {
  name: string;
  bin: string;
  plugins: string;
  host: Host;
  changes: Changes;
}

/** A stack on Pulumi's own engine; each of its steps is held against what the offline engine foretold. */
export class LivedStack {
  private constructor(
    private readonly parts: Parts,
    private readonly stack: EngineStack,
    private readonly foretold: Foretold,
  ) {}

  static async start(parts: Parts): Promise<LivedStack> {
    const { name, bin, plugins, host, changes } = parts;
    const stack = await lifeStack(name, { bin, plugins, client: host.client });
    await host.ask({ ask: "life", accounts: stack.accounts });
    const steps = changes.map(({ topology, secretValues }) => ({ topology, secretValues }));
    const foretold = await host.ask({ ask: "foretell", config: stackNamed(name).config, steps });
    return new LivedStack(parts, stack, foretold);
  }

  remove(): void {
    this.stack.remove();
  }

  /** The next step, and all that is to happen in it; what goes wrong in the middle is asked for, and then it is run again. */
  async becomes(index: number): Promise<void> {
    const { host, changes } = this.parts;
    const [change, said] = [changes[index], this.foretold.changes[index]];
    assert.ok(change !== undefined && said !== undefined);
    await host.ask({ ask: "step", step: { topology: change.topology, secretValues: change.secretValues } });
    const steps: Step[] = change.wrong === undefined ? [] : await this.goesWrong(change.wrong, said);
    const ended = await this.stack.up();
    await this.compare(said, ended, steps);
  }

  /** A command that has nothing to do. */
  async stays(command: "up" | "refresh"): Promise<void> {
    const ended = await this.stack[command]("--expect-no-changes");
    assertWell(ended);
    await this.assertNoRefusal();
    const others = changedBy(ended.steps);
    count({ commands: 1, resources: happenedTo(ended.steps).size, differences: others.length });
    assert.deepEqual(others, []);
  }

  /** All that is there goes, but for what stays in the account. */
  async isDestroyed(): Promise<void> {
    const ended = await this.stack.destroy();
    await this.compare(this.foretold.end, ended, []);
    const left = await this.parts.host.ask({ ask: "left" });
    assert.deepEqual(new Set(left.map(placeOf)), new Set(this.foretold.retained.map(placeOf)));
  }

  /** What was destroyed is made anew, as it was at the last. */
  async isBackAgain(): Promise<void> {
    await this.compare(this.foretold.again, await this.stack.up(), []);
  }

  /** Holds a command that ended well, and what led to it, against what was said. */
  private async compare(said: readonly ResourceChange[], ended: Ended, before: readonly Step[]): Promise<void> {
    assertWell(ended);
    await this.assertNoRefusal();
    const steps = [...before, ...ended.steps];
    const differences = [...differencesBetween(said, steps), ...this.unsaidLosses(said, steps)];
    count({ commands: 1, resources: happenedTo(steps).size, differences: differences.length });
    assert.deepEqual(differences, []);
  }

  /** What was done before it goes well: each run meets its own faults. */
  private async goesWrong(wrong: Wrong, said: readonly ResourceChange[]): Promise<Step[]> {
    const steps: Step[] = [];
    const orphans: string[] = [];
    for (const faults of faultsOf(wrong, said)) {
      assert.ok(faults.length > 0, "nothing can go wrong in it");
      this.stack.faults(faults);
      const broken = wrong === "hangs" ? await this.stack.interruptedUp() : await this.stack.up();
      assert.notEqual(broken.code, 0, "the cloud was to fail");
      // Of a call that never ended nothing is told.
      assert.ok(broken.failed.length > 0 || wrong === "hangs", broken.output);
      await this.assertNoRefusal(orphans);
      steps.push(...broken.steps);
      orphans.push(...(await this.lostBy(faults)));
    }
    this.stack.faults([]);
    await this.parts.host.ask({ ask: "forget", urns: orphans });
    return steps;
  }

  /** What was made although its answer was an error: it is not in the state, and a person takes it away. */
  private async lostBy(faults: readonly Fault[]): Promise<string[]> {
    const lost = faults.filter(({ call, what }) => call === "create" && what === "lose").map(({ urn }) => urn);
    const orphans = (await this.parts.host.ask({ ask: "left" })).filter((urn) => lost.includes(placeOf(urn)));
    assert.deepEqual(orphans.map(placeOf), lost);
    return orphans;
  }

  /** What holds data and is gone or made anew, without a word of it before. */
  private unsaidLosses(said: readonly ResourceChange[], steps: readonly Step[]): string[] {
    const { replicas, retained } = this.foretold;
    const known = [...said.filter(losesData).map(({ urn }) => urn), ...replicas, ...retained];
    const warned = new Set(known.map(placeOf));
    return steps
      .filter(({ op, type, urn }) => /^delete/.test(op) && heldData(type) !== undefined && !warned.has(placeOf(urn)))
      .map(({ op, urn }) => `${placeOf(urn)}: ${op} of what holds data, which the comparison did not say`);
  }

  /** No call was refused, also none that a retry hid; but for what is not there by the engine's state, and is. */
  private async assertNoRefusal(orphans: readonly string[] = []): Promise<void> {
    const all = await this.parts.host.ask({ ask: "refusals" });
    const refusals = all.filter(({ behaviour, urn }) => behaviour !== "taken" || !orphans.includes(urn));
    count({ refusals: refusals.length });
    assert.deepEqual(refusals, []);
  }
}

function assertWell({ code, errors, output }: Ended): void {
  assert.deepEqual([...errors], []);
  assert.equal(code, 0, output);
}
