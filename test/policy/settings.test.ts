import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Environments } from "../../policy/core/environment";
import { termsOf } from "../../policy/core/terms";
import { rules } from "../../policy/rules";
import { preview } from "../../preview/engine/preview";
import { stackNamed } from "../support/fixture/stacks";
import { projectDir } from "../support/project";
import { startPack } from "./pack";

const retention = "backup-database-retention";

describe("policy settings", () => {
  const rows: [stack: string, config: object, days: number][] = [
    ["shop-prod", {}, 30],
    ["shop-dev", {}, 7],
    ["shop.staging", {}, 7],
    ["shop", {}, 30],
    ["dev-shop", {}, 30],
    ["constructor", {}, 30],
    ["shop-prod", { minimumDays: 14 }, 14],
    ["shop-dev", { minimumDays: 35 }, 35],
  ];
  for (const [stack, config, days] of rows) {
    it(`${stack} with ${JSON.stringify(config)} keeps backups for ${days} days`, () => {
      const rule = rules.find(({ id }) => id === retention);
      assert.ok(rule !== undefined);
      const terms = termsOf(rule, new Environments({}).of(stack).profile, { ...config });
      assert.deepEqual(
        rule.settings?.map((setting) => terms.get(setting)),
        [days],
      );
    });
  }

  for (const environment of ["dev", "staging", "prod"]) {
    it(`${environment}.json is policy config of rules that there are`, () => {
      const path = join(projectDir, `policy/environments/${environment}.json`);
      const config: Record<string, object> = JSON.parse(readFileSync(path, "utf8"));
      for (const [id, values] of Object.entries(config)) {
        const rule = rules.find((candidate) => candidate.id === id);
        assert.deepEqual(Object.keys(values), ["enforcementLevel", ...(rule?.settings ?? []).map(({ name }) => name)]);
      }
    });
  }

  it("a stack of development is judged as such by the server", async () => {
    const { server, stop } = await startPack("shop-dev");
    try {
      const type = "aws:rds/instance:Instance";
      const resource = { type, name: "db", urn: `urn:pulumi:shop-dev::shop::${type}::db` };
      const judge = async (backupRetentionPeriod: number) =>
        (await server.analyze({ ...resource, properties: { backupRetentionPeriod } })).violations
          .filter(({ policy }) => policy === retention)
          .map(({ message }) => message);
      assert.deepEqual(await judge(7), []);
      assert.deepEqual(await judge(6), [
        "backupRetentionPeriod is 6; required: at least 7 days. Raise the retention; RDS, Azure and AlloyDB keep at most 35 days.",
      ]);
    } finally {
      stop();
    }
  });

  it("policy config goes before, and a rule that there is not is an error", async () => {
    const policyPacks = [join(projectDir, "policy")];
    const { programDir, config, secretKeys } = stackNamed("fixture-aws-dev");
    const options = { projectDir: programDir, stack: "fixture-aws-dev", config, secretKeys, policyPacks };
    const plan = await preview({
      ...options,
      policyConfig: { [retention]: { enforcementLevel: "advisory", minimumDays: 30 } },
    });
    assert.deepEqual(
      plan.policy.violations.map(({ policy, enforcementLevel, property, message }) => ({
        policy,
        enforcementLevel,
        property,
        message,
      })),
      [
        {
          policy: retention,
          enforcementLevel: "advisory",
          property: "backupRetentionPeriod",
          message:
            "backupRetentionPeriod is 7; required: at least 30 days. Raise the retention; RDS, Azure and AlloyDB keep at most 35 days.",
        },
      ],
    );
    await assert.rejects(preview({ ...options, policyConfig: { "backup-databases": "advisory" } }), {
      message:
        'policy config names "backup-databases", which isotopo has not; did you mean "backup-sql-database" or "backup-table"?',
    });
  });
});
