import assert from "node:assert/strict";
import { skipWithout } from "./needs";

describe("a test without what it needs", () => {
  const skipped = new Error("skipped");
  const context = {
    skip(): never {
      throw skipped;
    },
  };

  it("is skipped where people run it", () => {
    assert.throws(() => skipWithout(context, "there is no nginx here", false), skipped);
  });

  it("fails where CI installs it", () => {
    assert.throws(() => skipWithout(context, "there is no nginx here", true), {
      message: "there is no nginx here, and CI has to install it (.ci/run)",
    });
  });
});
