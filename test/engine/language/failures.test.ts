import assert from "node:assert/strict";
import { failures } from "../../fixtures/programs/language/failures";
import { mistakeOf } from "../../preview/programs";
import { suiteEngine } from "../support/engine-bin";
import { count } from "../support/tally";
import { offlinePlan, withStack } from "./both";

describe("programs that end badly, on both engines", () => {
  const bin = suiteEngine();
  if (bin === undefined) return;

  for (const [id, { says, offline = says }] of Object.entries(failures)) {
    it(`${id}: says the same`, async () => {
      await withStack(bin, [id], async (stack) => {
        const { code, errors } = await stack.preview();
        assert.notEqual(code, 0);
        assert.match(errors.join("\n"), says);
      });
      assert.match(await mistakeOf(offlinePlan([id])), offline);
      count({ programs: 1 });
    });
  }
});
