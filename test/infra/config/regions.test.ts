import assert from "node:assert/strict";
import { Region } from "@pulumi/aws/types/enums";
import { parseConfig } from "../../../infra/config/parse";
import { awsRegions } from "../../../infra/config/regions";
import { rawOf, validConfig } from "../support/configs";

describe("regions of AWS", () => {
  it("are the SDK's own", () => assert.deepEqual([...awsRegions], Object.values(Region).sort()));

  it("are each accepted", () => {
    for (const region of Object.values(Region)) {
      assert.equal(parseConfig(rawOf({ ...validConfig(), region, "aws:region": region })).config.region, region);
    }
  });
});
