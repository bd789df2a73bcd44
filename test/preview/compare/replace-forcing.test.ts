import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  forcesReplacement,
  mayForceReplacement,
  replaceForcing,
  tableTypes,
} from "../../../preview/compare/replace-forcing";
import { stepsOf } from "../../../preview/model/paths";
import { projectDir } from "../../support/project";

const cases: [type: string, path: string, expected: string][] = [
  ["aws:rds/instance:Instance", "username", "replace"],
  ["aws:rds/instance:Instance", "instanceClass", "nothing"],
  ["aws:rds/instance:Instance", "tags.username", "nothing"],
  ["aws:acm/certificate:Certificate", "region", "replace"],
  ["aws:acm/certificate:Certificate", "tags.region", "nothing"],
  ["aws:lb/loadBalancer:LoadBalancer", "subnets[1]", "may replace"],
  ["aws:lb/loadBalancer:LoadBalancer", "name", "replace"],
  ["aws:ec2/internetGateway:InternetGateway", "vpcId", "nothing"],
  ["azure-native:network:NatGateway", "sku.name", "may replace"],
  ["aws:nobody/knows:This", "name", "may replace"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.ipConfiguration.privateNetwork", "replace"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.ipConfiguration", "replace"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.ipConfiguration.sslMode", "nothing"],
  ["azure-native:app/v20240301:ContainerApp", "location", "replace"],
  ["azure-native:app:ContainerApp", "template.containers[0].image", "nothing"],
  ["kubernetes:apps/v1:Deployment", "spec.selector.matchLabels.app", "replace"],
  ["kubernetes:apps/v1:Deployment", "metadata.namespace", "replace"],
  ["kubernetes:apps/v1:Deployment", "metadata.labels.name", "nothing"],
];

/** Where the SDK declares what a type takes. */
function argsOf(type: string): string | undefined {
  const [provider = "", module = "", kind = ""] = type.split(":");
  const folder = join(projectDir, "node_modules/@pulumi", provider, module.replace(/^index\b/, "").split("/")[0] ?? "");
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => name.toLowerCase() === `${kind.toLowerCase()}.d.ts`)
    : undefined;
  if (file === undefined) return undefined;
  const text = readFileSync(join(folder, file), "utf8");
  return text.slice(text.indexOf(`export interface ${kind}Args`));
}

describe("what forces a replacement", () => {
  for (const [type, path, expected] of cases) {
    it(`${path} of ${type}: ${expected}`, () => assert.equal(forcesReplacement(type, path), expected));
  }

  it("is looked up by the names that the SDKs have", () => {
    const strange = tableTypes().flatMap((type) => {
      // Kubernetes' objects are alike, and custom ones are in no SDK.
      if (type.startsWith("kubernetes:")) return [];
      const args = argsOf(type);
      if (args === undefined) return [`${type} is in no SDK`];
      return [...(replaceForcing(type) ?? []), ...(mayForceReplacement(type) ?? [])].flatMap((path) => {
        const [first] = stepsOf(path);
        // Of what is the same everywhere AWS has no region.
        if (type.startsWith("aws:") && first === "region") return [];
        return new RegExp(`\\n {4}${first}\\??:`).test(args) ? [] : [`${type}: ${path}`];
      });
    });
    assert.deepEqual(strange, []);
  });
});
