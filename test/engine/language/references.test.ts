import assert from "node:assert/strict";
import { isWireObject, mapObject, unknownText, type Wire } from "../../../preview/model/wire";
import { suiteEngine } from "../support/engine-bin";
import { count } from "../support/tally";
import { configOf, offlinePlan, withStack } from "./both";
import { offlineWhole, realWhole } from "./whole";

describe("stack references, on both engines", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;

  it("make the same resources; what the other stack's outputs hold is unknown offline", async () => {
    const ids = ["stack-reference"];
    const real = await withStack(bin, ids, async (stack) => {
      assert.equal((await stack.up()).code, 0);
      stack.configure(configOf(ids, true));
      const { code, stdout, output } = await stack.preview("--json");
      assert.equal(code, 0, output);
      assert.ok(!stdout.includes("an output that is hidden"));
      return realWhole(stdout);
    });
    const { resources } = await offlinePlan(ids, true, true);
    const offline = offlineWhole(resources);
    count({ programs: 1 });
    assert.deepEqual([...offline.keys()].sort(), [...real.keys()].sort());
    assert.equal(offline.size, 4);
    const unknown: string[] = [];
    for (const [urn, found] of offline) {
      const expected = real.get(urn);
      assert.ok(expected !== undefined);
      const inputs = withUnknown(expected.said.inputs, found.said.inputs);
      if (inputs !== expected.said.inputs) unknown.push(urn.split("--")[1] ?? "");
      assert.deepEqual(found, { more: expected.more, said: Object.assign({}, expected.said, { inputs }) });
    }
    assert.deepEqual(unknown.sort(), ["of-a-required-output", "of-an-output"]);
  });

  it("to a stack that is not there fail on Pulumi's; offline it can't be known, and a note says so", async () => {
    const ids = ["stack-reference-to-none"];
    await withStack(bin, ids, async (stack) => {
      const { code, errors } = await stack.preview();
      assert.notEqual(code, 0);
      assert.match(errors.join("\n"), /unknown stack "organization\/language\/none"/);
    });
    const { diagnostics } = await offlinePlan(ids);
    assert.deepEqual(
      diagnostics.map(({ severity, message }) => [severity, message]),
      [
        [
          "info",
          "stack-reference-to-none--other: outputs of another stack live in its backend, which a preview without an account does not read; they are unknown here",
        ],
      ],
    );
  });
});

/** Inputs in which what is unknown to one is unknown; the same object where all is known. */
function withUnknown(inputs: Wire, to: Wire): Wire {
  if (to === unknownText) return unknownText;
  if (!isWireObject(inputs) || !isWireObject(to)) return inputs;
  const isKnown = Object.keys(inputs).every((key) => to[key] !== unknownText);
  return isKnown ? inputs : mapObject(inputs, (item, key) => withUnknown(item, to[key] ?? null));
}
