import type { ResourceFixtures } from "../../core/fixture";
import { withPatches } from "../../kinds/patches.fixtures";

const fix = "Raise the retention of at least one rule of the plan.";
const aws = "aws:backup/plan:Plan";
const backupDr = "gcp:backupdisasterrecovery/backupPlan:BackupPlan";
const gke = "gcp:gkebackup/backupPlan:BackupPlan";
const velero = "kubernetes:velero.io/v1:Schedule";
const ruleOf = (deleteAfter: number) => ({ ruleName: "daily", lifecycle: { deleteAfter } });

/** Judged as production: 30 days. */
const own: ResourceFixtures = {
  passes: [
    {
      name: "a plan",
      type: aws,
      properties: { rules: [ruleOf(30)] },
      harmless: {
        rules: "the provider refuses a plan without rules",
      },
    },
    { name: "Backup and DR", type: backupDr, properties: { backupRules: [{ backupRetentionDays: 30 }] } },
    { name: "GKE", type: gke, properties: { retentionPolicy: { backupRetainDays: 30 } } },
    { name: "GKE, for ever", type: gke, properties: { retentionPolicy: {} } },
    { name: "Velero", type: velero, properties: { spec: { template: { ttl: "720h0m0s" } } } },
    { name: "Velero's default", type: velero, properties: { spec: { template: {} } } },
  ],
  fails: [
    {
      name: "a plan of two rules",
      type: aws,
      properties: { rules: [ruleOf(1), ruleOf(7)] },
      messages: [`rules[1].lifecycle.deleteAfter is 7; required: at least 30 days. ${fix}`],
    },
    {
      name: "Backup and DR",
      type: backupDr,
      properties: { backupRules: [{ backupRetentionDays: 3 }] },
      messages: [`backupRules[0].backupRetentionDays is 3; required: at least 30 days. ${fix}`],
    },
    {
      name: "GKE",
      type: gke,
      properties: { retentionPolicy: { backupRetainDays: 7 } },
      messages: [`retentionPolicy.backupRetainDays is 7; required: at least 30 days. ${fix}`],
    },
    {
      name: "Velero",
      type: velero,
      properties: { spec: { template: { ttl: "72h" } } },
      messages: [`spec.template.ttl is "72h"; required: at least 30 days, as "720h0m0s". ${fix}`],
    },
  ],
};

export const fixtures: ResourceFixtures = withPatches(own, [velero]);
