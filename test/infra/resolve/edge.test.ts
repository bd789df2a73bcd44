import assert from "node:assert/strict";
import type { TargetName } from "../../../components/targets";
import { resolvedOf, validConfig } from "../support/configs";

describe("where browsers send files to a bucket", () => {
  const sources: Record<TargetName, string> = {
    aws: "https://*.s3.eu-west-1.amazonaws.com",
    gcp: "https://storage.googleapis.com",
    azure: "https://*.blob.core.windows.net",
    kubernetes: "https://objects.shop.test",
  };
  for (const cloud of ["aws", "gcp", "azure", "kubernetes"] as const) {
    it(`${cloud}: the policy of an application that uploads allows it, and holds no placeholder`, () => {
      const policy = resolvedOf(validConfig("fixture", cloud)).value.edge.headers.contentSecurityPolicy ?? "";
      const sent = policy.split("; ").find((part) => part.startsWith("connect-src "));
      assert.ok(sent?.split(" ").includes(sources[cloud]), sent);
      assert.doesNotMatch(policy, /[{}]/);
    });
  }
});
