import assert from "node:assert/strict";
import { rules } from "../../policy/rules";
import { hasProperty, type Sdk } from "../../tools/claims/sdk-properties";
import { claimedProperties, pinnedSdks, unclaimed } from "../../tools/claims/unclaimed";

/** What rules read beside the arguments of the pinned SDKs, with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  "azure-native:cdn:AFDOriginGroup name": "A state has the name under its output.",
  "aws:s3/bucket:Bucket tagsAll.*": "A state has the tags of the provider among all of them.",
  "azure-native:managedidentity:FederatedIdentityCredential claimsMatchingExpression.value":
    "Versions of the API in preview have it, under their own types.",
};

describe("claims of the pack", function () {
  // It reads the declarations of four SDKs, 30 MB of text.
  this.timeout(60_000);

  let sdks: ReadonlyMap<string, Sdk>;

  before(() => {
    sdks = pinnedSdks();
  });

  it("leave out no property of the pinned SDKs that can break one, but those that are excluded with a reason", () => {
    const { missing, idle } = unclaimed(claimedProperties(sdks), rules);
    assert.deepEqual(
      missing.map(({ type, path }) => `${type} ${path}`),
      [],
      "judge it in a rule, or exclude it with a reason in tools/claims/exclusions.ts",
    );
    assert.deepEqual(idle, [], "exclusions of nothing");
  });

  it("find variables by what an SDK says of them, whatever they are called", () => {
    const found = claimedProperties(sdks).map(({ type, path }) => `${type} ${path}`);
    assert.ok(found.includes("gcp:firebase/extensionsInstance:ExtensionsInstance config.params"));
    assert.ok(!found.includes("gcp:firebase/extensionsInstance:ExtensionsInstance project"));
  });

  it("are about properties that the SDKs have", () => {
    const strange = rules.flatMap(({ id, breaksBy }) =>
      Object.entries(breaksBy).flatMap(([type, paths]) => {
        const sdk = sdks.get(type.split(":")[0] ?? "");
        // Custom resources of Kubernetes are in no SDK, and an option of Pulumi's is no property.
        if (sdk === undefined || type.startsWith("kubernetes:")) return [];
        return paths
          .filter((path) => path !== "(option protect)" && hasProperty(sdk, type, path) !== true)
          .filter((path) => elsewhere[type] === undefined && elsewhere[`${type} ${path}`] === undefined)
          .map((path) => `${id}: ${type} ${path}`);
      }),
    );
    assert.deepEqual(strange, []);
  });

  const property = { type: "aws:s3/bucket:Bucket", path: "a.httpsOnly", name: "httpsOnly", declared: "boolean" };
  const exclusion = { types: ["aws:s3/*"], properties: ["*httpsOnly"], why: "For this test." };

  it("miss a property that is neither listed nor excluded", () => {
    assert.deepEqual(unclaimed([property], [{ breaksBy: {} }], []), { missing: [property], idle: [] });
    assert.deepEqual(unclaimed([property], [], [exclusion]), { missing: [], idle: [] });
  });

  it("list a property under the one name of its type", () => {
    const old = { ...property, type: "aws:s3/bucketV2:BucketV2" };
    const breaksBy = { "aws:s3/bucket:Bucket": ["a.httpsOnly"] };
    assert.deepEqual(unclaimed([property, old], [{ breaksBy }], []), { missing: [], idle: [] });
  });

  it("list what holds others where anything in it is listed", () => {
    const type = "gcp:cloudrun/service:Service";
    const rows: readonly [path: string, listed: string, isListed: boolean][] = [
      ["template.envs", "template.envs[].value", true],
      ["template.envs", "template.envs[].name.*", true],
      ["variables", "variables.*", true],
      ["template.envs", "template.envsFrom[].value", false],
      ["template.serviceAccount", "template.serviceAccount.email", true],
      ["template", "other.template", false],
    ];
    for (const [path, listed, isListed] of rows) {
      const holder = { type, path, name: path, declared: "" };
      const { missing } = unclaimed([holder], [{ breaksBy: { [type]: [listed] } }], []);
      assert.equal(missing.length === 0, isListed, `${path} by ${listed}`);
    }
  });

  it("list of a Pod what is listed of kinds that make Pods, wherever the Pod is", () => {
    const breaksBy = {
      "kinds that make Pods": ["spec.{containers,initContainers}[].env[].value", "spec.serviceAccountName"],
    };
    const rows: readonly [type: string, path: string, isListed: boolean][] = [
      ["kubernetes:core/v1:Pod", "spec.containers[].env", true],
      ["kubernetes:core/v1:PodTemplate", "template.spec.initContainers[].env", true],
      ["kubernetes:batch/v1:CronJob", "spec.jobTemplate.spec.template.spec.serviceAccountName", true],
      ["kubernetes:core/v1:Pod", "spec.ephemeralContainers[].env", false],
      ["kubernetes:core/v1:Pod", "spec.hostPath", false],
      ["aws:batch/jobDefinition:JobDefinition", "spec.serviceAccountName", false],
    ];
    for (const [type, path, isListed] of rows) {
      const { missing } = unclaimed([{ type, path, name: path, declared: "" }], [{ breaksBy }], []);
      assert.equal(missing.length === 0, isListed, `${type} ${path}`);
    }
  });

  it("name exclusions that are of nothing, or of what a rule lists", () => {
    const breaksBy = { "aws:s3/bucket:Bucket": ["a.httpsOnly"] };
    assert.deepEqual(unclaimed([property], [{ breaksBy }], [exclusion]), { missing: [], idle: [exclusion] });
  });
});
