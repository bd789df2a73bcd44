import assert from "node:assert/strict";
import { topologyOfStack } from "../../../parity/topologies";
import type { Host } from "../../host/host";
import type { Refusal } from "../../host/messages";
import { lifeStack } from "../life-stack";
import { stepName } from "./fix";
import { fixes } from "./fixes";

/** What the accounts refused in the step that ended a life. */
export interface Ended {
  step: string;
  refusals: readonly Refusal[];
}

/** Lives a short life on Pulumi's own engine, with its fix or without; undefined where it came to its end. */
export async function shortLife(
  id: string,
  isTakenBack: boolean,
  { bin, plugins, host }: { bin: string; plugins: string; host: Host },
): Promise<Ended | undefined> {
  const fix = fixes[id];
  assert.ok(fix !== undefined, id);
  const stack = await lifeStack(fix.stack, { bin, plugins, client: host.client });
  try {
    await host.ask({ ask: "life", accounts: stack.accounts });
    const shipped = topologyOfStack(fix.stack);
    for (const [index, step] of fix.steps.entries()) {
      if ("up" in step) {
        const topology = step.becomes?.(shipped) ?? shipped;
        await host.ask({ ask: "step", step: { topology, secretValues: {}, fix: { id, isTakenBack, step: index } } });
      }
      const { code, output } = await ("up" in step ? stack.up() : stack.destroy());
      const refusals = await host.ask({ ask: "refusals" });
      if (refusals.length > 0) return { step: stepName(step), refusals };
      assert.equal(code, 0, output);
    }
    return undefined;
  } finally {
    stack.remove();
  }
}
