import assert from "node:assert/strict";
import type { PolicyServer } from "../../preview/engine/analyzer";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { unknown, type WireObject } from "../../preview/model/wire";
import { startPack } from "./pack";

function resource(type: string, name: string, properties: WireObject): AnalyzedResource {
  return { type, name, urn: `urn:pulumi:shop-prod::shop::${type}::${name}`, properties };
}

/** An account behind Front Door, and two groups of origins of which it is not known how they sign in. */
const resources: readonly AnalyzedResource[] = [
  resource("azure-native:storage:StorageAccount", "account", {
    allowSharedKeyAccess: false,
    allowBlobPublicAccess: false,
    isSftpEnabled: false,
  }),
  resource("azure-native:cdn:AFDOrigin", "origin", { hostName: unknown, originGroupName: unknown }),
  resource("azure-native:cdn:AFDOriginGroup", "first", { name: unknown, authentication: unknown }),
  resource("azure-native:cdn:AFDOriginGroup", "second", { name: unknown, authentication: unknown }),
];

describe("a stack's resources, in another order", () => {
  let server: PolicyServer;
  let stop = () => {};

  before(async () => {
    ({ server, stop } = await startPack("shop-prod"));
  });
  after(() => stop());

  it("get the same verdicts and notes", async () => {
    const told = async (list: readonly AnalyzedResource[]): Promise<string[]> => {
      const { violations, notes } = await server.analyzeStack([...list], "stack");
      return [...violations, ...notes].map(({ policy, urn, message }) => `${policy} ${urn} ${message}`).sort();
    };
    const forwards = await told(resources);
    assert.match(forwards.join("\n"), /first\.authentication, second\.authentication/);
    assert.deepEqual(await told([...resources].reverse()), forwards);
  });
});
