import type * as azure from "@pulumi/azure-native";
import { isAtLeast, mustOne } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting } from "../../core/setting";

const policyType = "azure-native:sql:BackupShortTermRetentionPolicy";

const minimumDays = countSetting("minimumDays", "Days that a backup is kept at least.", {
  dev: 7,
  staging: 7,
  prod: 30,
});

/** Azure SQL keeps backups for 7 days, unless a policy says another number; other databases say it themselves. */
export const rule: Rule = {
  id: "backup-sql-database",
  title: "Backups of Azure SQL databases are kept long enough.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
  },
  why: "Corruption that is noticed after the last backup has gone can't be undone.",
  fix: "Add a BackupShortTermRetentionPolicy of this database; Azure keeps at most 35 days.",
  source: "https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview",
  breaksBy: {
    "azure-native:sql:Database": ["createMode"],
    "azure-native:sql:BackupShortTermRetentionPolicy": ["databaseName", "retentionDays"],
  },
  settings: [minimumDays],
  companions: [policyType],
  checks: {
    "azure-native:sql:Database": check<azure.sql.DatabaseArgs>((database, context) => {
      // A copy in another region is backed up there.
      const mode = database.at("createMode");
      if (mode.mayBe("Secondary") || mode.mayBe("OnlineSecondary")) return [];
      const minimum = context.get(minimumDays);
      const policies = context.companions<azure.sql.BackupShortTermRetentionPolicyArgs>(policyType, "databaseName");
      if (policies.length > 0) {
        return mustOne(
          policies.map(({ properties }) => properties.at("retentionDays")),
          isAtLeast(minimum, "days"),
        );
      }
      if (minimum <= 7) return [];
      return [
        {
          path: "databaseName",
          found: "named by no BackupShortTermRetentionPolicy, so that backups are kept for 7 days",
          required: `at least ${minimum} days`,
        },
      ];
    }),
  },
};
