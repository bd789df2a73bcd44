import assert from "node:assert/strict";
import { type TargetName, targetNames } from "../../components/targets";
import type { Plan } from "../../preview/model/plan";
import { changedPlanOf, planOf } from "../support/plans";
import { groupsMadeAgain, leftBehind } from "../support/removal/second-life";

const domain = "dev.fixture.example";
/** A zone of Route 53 or Azure DNS holds the copy's domain too; elsewhere it is named otherwise. */
const zones: Readonly<Partial<Record<TargetName, object>>> = { aws: { dnsZone: domain }, azure: { dnsZone: domain } };

/** Every text in a value, with its path. */
function texts(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
}

for (const cloud of targetNames) {
  describe(`another copy of fixture-${cloud}-dev`, () => {
    let plan: Plan;
    before(async () => {
      const change = { instance: "pr12", domain: `pr12.${domain}`, ...zones[cloud] };
      plan = await changedPlanOf(`fixture-${cloud}-dev`, change, undefined, { policies: true });
    });

    it("has no name of the first", () => {
      const shared = plan.resources.flatMap(({ urn, inputs }) => {
        const name = urn.slice(urn.lastIndexOf("::") + 2);
        return [{ path: "name", text: name }, ...texts(inputs)]
          .filter(({ text }) => /fixture[-/.]dev(?![-/.]pr12|-example)/.test(text))
          .map(({ path, text }) => `${name}${path}: ${text}`);
      });
      // Values that only a person can give are the environment's, in the cluster's store; the bucket of backups holds a folder
      // for each copy, since no stack makes buckets there.
      const ofEnvironment = /remoteRef\.key: fixture\/dev\/|: s3:\/\/fixture-dev-postgres-backups\/fixture-dev-pr12\/$/;
      assert.deepEqual(
        shared.filter((words) => !ofEnvironment.test(words)),
        [],
      );
    });

    it("has hosts of its own, in the zone of the first", async () => {
      const hosts = plan.resources
        .filter(({ type }) => type !== "isotopo:index:AppTopology")
        .flatMap(({ inputs }) => texts(inputs).map(({ text }) => text))
        .filter((text) => /^[a-z0-9.-]*dev\.fixture\.example\.?$/.test(text));
      assert.ok(hosts.some((host) => host.startsWith(`pr12.${domain}`)));
      const zone = hosts.filter((host) => !host.replace(/\.$/, "").endsWith(`pr12.${domain}`));
      assert.deepEqual([...new Set(zone)], cloud === "azure" ? [domain] : []);
      const records = plan.resources.filter(({ type }) => type === "azure-native:dns:RecordSet");
      const zoneIds = (one: Plan) =>
        one.resources.filter(({ type }) => type === "aws:route53/record:Record").map(({ inputs }) => inputs.zoneId);
      const first = zoneIds(await planOf(`fixture-${cloud}-dev`));
      assert.deepEqual(zoneIds(plan), first);
      assert.equal(new Set(first).size, cloud === "aws" ? 1 : 0);
      for (const { inputs } of records) {
        assert.match(String(inputs.relativeRecordSetName), /(^|\.)pr12$/);
        // A name below the zone's own is a CNAME.
        assert.ok(!["A", "AAAA"].includes(String(inputs.recordType)));
      }
    });

    it("leaves nothing that costs, and comes back under its name", async () => {
      const left = (one: Plan) =>
        one.resources.filter(
          ({ type, inputs, retainOnDelete }) =>
            leftBehind[type]?.leaves(inputs) || (retainOnDelete === true && /^(aws|gcp):kms/.test(type)),
        );
      assert.deepEqual(left(plan), []);
      assert.deepEqual(groupsMadeAgain(plan), []);
      const first = await planOf(`fixture-${cloud}-dev`);
      // The environment's first stack is kept: it leaves its last backup.
      const leaves = Object.keys(leftBehind).some((type) => type.split(":")[0] === cloud);
      assert.equal(left(first).length > 0, leaves);
      assert.equal(groupsMadeAgain(first).length, cloud === "aws" ? 1 : 0);
    });

    it("keeps to every mandatory policy", () => {
      const refused = plan.policy.violations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
      assert.deepEqual(refused, []);
    });
  });
}
