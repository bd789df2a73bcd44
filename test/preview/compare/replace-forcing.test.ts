import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forcesReplacement, forcingPaths, tableTypes } from "../../../preview/compare/replace-forcing";
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
  ["azure-native:app/v20240301:ContainerApp", "location", "replace"],
  ["azure-native:app:ContainerApp", "template.containers[0].image", "nothing"],
  // Outside the tables: only what is alike for every type of the provider.
  ["aws:nobody/knows:This", "name", "may replace"],
  ["aws:nobody/knows:This", "region", "replace"],
  ["azure-native:nobody:Knows", "resourceGroupName", "replace"],
  ["azure-native:nobody/v20240301:Knows", "resourceGroupName", "replace"],
  ["azure-native:nobody:Knows", "location", "may replace"],
  ["gcp:nobody/knows:This", "name", "may replace"],
  ["kubernetes:nobody.example/v1:Knows", "metadata.name", "may replace"],
  ["other:index:Other", "name", "may replace"],
  // Generated, and exceptions.
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.ipConfiguration.privateNetwork", "replace"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.ipConfiguration", "replace"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.ipConfiguration.sslMode", "nothing"],
  ["gcp:sql/databaseInstance:DatabaseInstance", "settings.diskSize", "nothing"],
  ["gcp:redis/instance:Instance", "redisVersion", "nothing"],
  ["gcp:pubsub/schema:Schema", "name", "replace"],
  ["gcp:pubsub/schema:Schema", "definition", "nothing"],
  ["gcp:serviceAccount/account:Account", "accountId", "replace"],
  ["gcp:dataflow/job:Job", "parameters.topic", "may replace"],
  ["gcp:dataflow/job:Job", "machineType", "may replace"],
  ["gcp:compute/subnetwork:Subnetwork", "ipCidrRange", "may replace"],
  ["gcp:compute/subnetwork:Subnetwork", "region", "replace"],
  // A pool is added or removed; what is in one is changed in place, but for what forces by itself.
  ["gcp:container/cluster:Cluster", "nodePools", "replace"],
  ["gcp:container/cluster:Cluster", "nodePools[1]", "replace"],
  ["gcp:container/cluster:Cluster", "nodePools[1].nodeCount", "nothing"],
  ["gcp:container/cluster:Cluster", "nodePools[1].name", "replace"],
  ["kubernetes:apps/v1:Deployment", "spec.selector.matchLabels.app", "replace"],
  ["kubernetes:apps/v1:Deployment", "metadata.namespace", "replace"],
  ["kubernetes:apps/v1:Deployment", "metadata.labels.name", "nothing"],
  ["kubernetes:core/v1:Pod", "spec.containers[0].image", "replace"],
  ["kubernetes:core/v1:Pod", "spec.containers[0].name", "nothing"],
  ["kubernetes:core/v1:Secret", "stringData.password", "replace"],
  ["kubernetes:policy/v1:PodDisruptionBudget", "spec.minAvailable", "nothing"],
  ["kubernetes:policy/v1beta1:PodDisruptionBudget", "spec.minAvailable", "replace"],
  ["kubernetes:postgresql.cnpg.io/v1:Cluster", "spec.instances", "nothing"],
  ["kubernetes:postgresql.cnpg.io/v1:Cluster", "metadata.name", "replace"],
  ["random:index/randomPassword:RandomPassword", "overrideSpecial", "replace"],
  ["random:index/randomPet:RandomPet", "separator", "replace"],
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
      // Custom resources are in no SDK.
      if (type.startsWith("kubernetes:")) return [];
      const args = argsOf(type);
      if (args === undefined) return [`${type} is in no SDK`];
      return (forcingPaths(type) ?? []).flatMap((path) => {
        const [first = ""] = stepsOf(path.replace(/[?#]$/, ""));
        // Of what is the same everywhere AWS has no region, and Azure no resource group.
        if (first === "region" || first === "resourceGroupName") return [];
        return new RegExp(`\\n {4}${first}\\??:`).test(args) ? [] : [`${type}: ${path}`];
      });
    });
    assert.deepEqual(strange, []);
  });
});
