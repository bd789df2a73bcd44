import assert from "node:assert/strict";
import { privateLinkRegion, privateLinkRegions } from "../../../../components/azure/edge/private-link";
import { azureRegions } from "../../../../components/azure/regions";

describe("azure private link of Front Door", () => {
  it("is in the region itself where Front Door is there, and else in the nearest", () => {
    for (const region of privateLinkRegions) assert.equal(privateLinkRegion(region), region);
    assert.equal(privateLinkRegion("italynorth"), "germanywestcentral");
    assert.equal(privateLinkRegion("japanwest"), "japaneast");
  });

  it("lists regions of Azure only", () => {
    assert.deepEqual(
      privateLinkRegions.filter((region) => !azureRegions.includes(region)),
      [],
    );
  });

  it("is refused for what is no region", () => {
    assert.throws(() => privateLinkRegion("moon"), /^Error: "moon" is no region of Azure$/);
  });
});
