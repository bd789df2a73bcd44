import assert from "node:assert/strict";
import { firstZones, usableZones } from "../../../../components/aws/network/zones";

/** Where Fargate does not run in every zone, those in which it does (Amazon ECS Developer Guide, "Supported Regions"). */
const withFargate: Readonly<Record<string, readonly number[]>> = { apne1: [1, 2, 4], usw1: [1, 3] };

describe("aws zones", () => {
  for (const [region, numbers] of Object.entries(withFargate)) {
    it(`of ${region} are those in which Fargate runs`, () => {
      const left = Array.from({ length: Math.max(...numbers) }, (_, i) => i + 1).filter(
        (number) => !usableZones.excludeZoneIds.includes(`${region}-az${number}`),
      );
      assert.deepEqual(left, numbers);
    });
  }

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
