import assert from "node:assert/strict";
import { isCopy } from "../../../components/contract";

describe("a copy of an environment", () => {
  for (const [name, copy] of [
    ["shop-dev-pr12", true],
    ["shop-dev", false],
    // The registry of an application, which is shared by all environments.
    ["shop", false],
  ] as const) {
    it(`${copy ? "is" : "is not"} ${name}`, () =>
      assert.equal(isCopy({ name, app: "shop", environment: "dev" }), copy));
  }
});
