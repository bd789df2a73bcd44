import assert from "node:assert/strict";
import { Region } from "@pulumi/aws/types/enums";
import { trustedAuthorities } from "../../../components/aws/postgres/certificate-authorities";
import { awsRegions, awsRegionsWithout } from "../../../components/aws/regions";
import { targetNames, targets } from "../../../components/targets";
import { parsedOf, validConfig } from "../support/configs";

describe("regions", () => {
  it("of AWS are the SDK's own, less those of which is told why", () => {
    const elsewhere = /^(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;
    for (const region of awsRegionsWithout["another partition"] ?? []) assert.match(region, elsewhere);
    for (const region of awsRegions) assert.doesNotMatch(region, elsewhere);
    const told = Object.values(awsRegionsWithout).flat();
    assert.deepEqual([...awsRegions, ...told].sort(), Object.values(Region).sort());
  });

  it("of AWS have an authority that signs for the database, and the others of its partition have none", () => {
    for (const region of awsRegions) assert.ok(trustedAuthorities(region, { pooled: false }), region);
    for (const region of awsRegionsWithout["no known authority of RDS"] ?? []) {
      assert.equal(trustedAuthorities(region, { pooled: false }), undefined, region);
    }
  });

  for (const cloud of targetNames) {
    const { regions, title, providerConfig } = targets[cloud];
    if (regions === undefined) continue;

    it(`of ${title} are each accepted, and stand in order once`, () => {
      assert.deepEqual([...new Set(regions)].sort(), [...regions]);
      const providerKeys = Object.keys(providerConfig).filter((key) => providerConfig[key] === "region");
      for (const region of regions) {
        const provider = Object.fromEntries(providerKeys.map((key) => [key, region]));
        // In dev: not every region has what production asks for.
        const config = { ...validConfig("fixture", cloud, "dev"), region, ...provider };
        assert.equal(parsedOf(config).config.region, region);
      }
    });

    it(`of ${title} are said where another is asked for`, () => {
      const config = { ...validConfig("fixture", cloud), region: "atlantis-1" };
      assert.throws(() => parsedOf(config), {
        message: `isotopo:region is "atlantis-1"; allowed: a region of ${title}: ${regions.join(", ")}`,
      });
    });
  }
});
