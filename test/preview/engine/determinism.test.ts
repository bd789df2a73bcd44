import assert from "node:assert/strict";
import { freshProgramPlan, programPlan } from "../programs";

describe("two runs of one program", () => {
  it("have equal plans, to the byte", async () => {
    const first = await programPlan("options");
    const second = await freshProgramPlan("options");
    const text = (plan: typeof first) => JSON.stringify({ ...plan, durationSeconds: 0 });
    assert.equal(text(second), text(first));
  });
});
