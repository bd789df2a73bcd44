import assert from "node:assert/strict";
import { canonicalType } from "../../policy/protocol/canonical-type";
import { rules } from "../../policy/rules";
import { familyExclusions } from "../../tools/claims/exclusions-families";
import { type Family, families, familiesByAlias } from "../../tools/claims/families";
import type { Sdk } from "../../tools/claims/sdk-properties";
import { missingSiblings } from "../../tools/claims/siblings";
import { pinnedSdks } from "../../tools/claims/unclaimed";

describe("types that are one thing", function () {
  // It reads the declarations of four SDKs, 30 MB of text.
  this.timeout(60_000);

  let sdks: ReadonlyMap<string, Sdk>;

  before(() => {
    sdks = pinnedSdks();
  });

  it("are judged alike by each rule, whether a table says so or an alias in the pinned SDKs", () => {
    const all = [...families, ...familiesByAlias(sdks.values())];
    const { missing, idle } = missingSiblings(all, rules, familyExclusions);
    assert.deepEqual(
      missing,
      [],
      "judge it in that rule, give it one name in policy/protocol/canonical-type.ts, or say why not in tools/claims/exclusions-families.ts",
    );
    assert.deepEqual(idle, [], "exclusions of nothing");
  });

  it("are in the table by types that the SDKs have, each under the name that rules use", () => {
    const strange = families.flatMap(({ name, types }) =>
      types
        .filter((type) => canonicalType(type) !== type || !sdks.get(type.split(":")[0] ?? "")?.resources.has(type))
        .map((type) => `${name}: ${type}`),
    );
    assert.deepEqual(strange, []);
  });

  it("are found by the aliases of an SDK", () => {
    const found = familiesByAlias(sdks.values()).map(({ types }) => types.join(" "));
    assert.ok(
      found.includes("azure-native:containerinstance:CGProfile azure-native:containerinstance:ContainerGroupProfile"),
    );
    // One name in the rules is no family.
    assert.ok(!found.some((types) => types.includes("azure-native:cache:Redis")));
  });

  const family: Family = { name: "for this test", types: ["a:b:C", "a:b:D", "a:b:E"] };
  const one = { id: "theme-one", breaksBy: { "a:b:C": ["tls"] } };
  const other = { id: "theme-other", breaksBy: { "x:y:Z": ["tls"] } };

  it("are missing where a rule judges one of them", () => {
    assert.deepEqual(missingSiblings([family], [one, other], []), {
      missing: ["theme-one: a:b:D", "theme-one: a:b:E"],
      idle: [],
    });
  });

  it("are not where a rule judges all, or an exclusion says why not", () => {
    const all = { id: "theme-all", breaksBy: Object.fromEntries(family.types.map((type) => [type, []])) };
    const excluded = [{ rules: ["theme-*"], types: ["a:b:D", "*:E"], why: "For this test." }];
    assert.deepEqual(missingSiblings([family], [one, all], excluded), { missing: [], idle: [] });
  });

  it("have no exclusion for a rule or a type that needs none", () => {
    const rows: readonly [rules: string[], types: string[]][] = [
      [["theme-one", "theme-other"], ["a:b:D"]],
      [["theme-one"], ["a:b:D", "a:b:C"]],
    ];
    for (const [ids, types] of rows) {
      const excluded = { rules: ids, types, why: "For this test." };
      assert.deepEqual(missingSiblings([family], [one, other], [excluded]).idle, [excluded], JSON.stringify(excluded));
    }
  });

  it("are every kind that makes Pods, where a rule judges them all", () => {
    const pods = { id: "theme-pods", breaksBy: { "kinds that make Pods": ["spec.hostPID"] } };
    const workloads = { name: "", types: ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1beta1:DeploymentPatch"] };
    assert.deepEqual(missingSiblings([workloads], [pods], []).missing, []);
  });
});
