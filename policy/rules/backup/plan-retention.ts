import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { durationDays } from "../../kinds/duration";
import { withPatch } from "../../kinds/patches";

const minimumDays = countSetting("minimumDays", "Days that a plan keeps its longest kept backups at least.", {
  dev: 7,
  staging: 7,
  prod: 30,
});

/** A Schedule of Velero (Velero's API reference). */
interface VeleroSchedule {
  spec: { template: { ttl?: string } };
}

/** A plan may keep hourly backups for a day where it keeps others longer: its longest counts. */
function longest(days: readonly View[], context: Context): Finding[] {
  const minimum = context.get(minimumDays);
  const [first] = days;
  if (first === undefined || days.some((each) => !each.known || (each.number() ?? -1) >= minimum)) return [];
  const best = days.reduce((most, each) => ((each.number() ?? -1) > (most.number() ?? -1) ? each : most), first);
  return must(best, isAtLeast(minimum, "days"));
}

/** Plans keep backups long enough to find out that something is wrong. */
export const rule: Rule = {
  id: "backup-plan-retention",
  title: "Backup plans keep their backups long enough.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
  },
  why: "Corruption that is noticed after the last backup has gone can't be undone.",
  fix: "Raise the retention of at least one rule of the plan.",
  source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
  breaksBy: {
    "aws:backup/plan:Plan": ["rules[].lifecycle.deleteAfter"],
    "gcp:backupdisasterrecovery/backupPlan:BackupPlan": ["backupRules[].backupRetentionDays"],
    "gcp:gkebackup/backupPlan:BackupPlan": ["retentionPolicy.backupRetainDays"],
    "kubernetes:velero.io/v1:Schedule": ["spec.template.ttl"],
    "kubernetes:velero.io/v1:SchedulePatch": ["spec.template.ttl"],
  },
  settings: [minimumDays],
  checks: {
    // A rule without a lifecycle keeps its backups for ever.
    "aws:backup/plan:Plan": check<aws.backup.PlanArgs>((plan, context) => {
      const days = plan
        .at("rules")
        .items()
        .map((rule) => rule.at("lifecycle").at("deleteAfter"));
      return days.every((each) => each.isSet) ? longest(days, context) : [];
    }),
    "gcp:backupdisasterrecovery/backupPlan:BackupPlan": check<gcp.backupdisasterrecovery.BackupPlanArgs>(
      (plan, context) =>
        longest(
          plan
            .at("backupRules")
            .items()
            .map((rule) => rule.at("backupRetentionDays")),
          context,
        ),
    ),
    // Backups of GKE are kept for ever where no number of days is said, or 0.
    "gcp:gkebackup/backupPlan:BackupPlan": check<gcp.gkebackup.BackupPlanArgs>((plan, context) => {
      const days = plan.at("retentionPolicy").at("backupRetainDays");
      return days.isSet && days.number() !== 0 ? must(days, isAtLeast(context.get(minimumDays), "days")) : [];
    }),
    // 30 days where nothing is said.
    ...withPatch(
      "kubernetes:velero.io/v1:Schedule",
      check<VeleroSchedule>((schedule, context) => {
        const ttl = schedule.at("spec").at("template").at("ttl");
        const minimum = context.get(minimumDays);
        if (!ttl.isSet && minimum <= 30) return [];
        return must(ttl, {
          words: `at least ${minimum} days, as "${minimum * 24}h0m0s"`,
          allows: (value) => (durationDays(value.text()) ?? -1) >= minimum,
        });
      }),
    ),
  },
};
