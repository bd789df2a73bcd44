import assert from "node:assert/strict";
import { firstZones } from "../../../../components/aws/network/zones";

describe("aws zones", () => {
  it("are the first by name, in whatever order they come", () => {
    assert.deepEqual(firstZones(["eu-west-1c", "eu-west-1a", "eu-west-1b"], 2, "eu-west-1"), [
      "eu-west-1a",
      "eu-west-1b",
    ]);
  });

  it("of a region that has fewer are none", () => {
    assert.throws(() => firstZones(["us-west-1a", "us-west-1c"], 3, "us-west-1"), {
      message:
        "region us-west-1 has 2 zones for this account (us-west-1a, us-west-1c), the topology wants 3: set isotopo:overrides.network.zones to 2, or take another region",
    });
  });
});
