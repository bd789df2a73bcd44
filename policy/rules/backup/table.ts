import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../../core/context";
import { type Finding, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { durationDays } from "../../kinds/duration";

const spannerSchedule = "gcp:spanner/backupSchedule:BackupSchedule";
const spannerInstance = "gcp:spanner/instance:Instance";
const firestoreSchedule = "gcp:firestore/backupSchedule:BackupSchedule";

function unnamed(found: string, required: string): Finding[] {
  return [{ path: "name", found, required }];
}

/** A database has a schedule of its own, or the one that its instance gives to all. */
function spanner(_: View<Unwrap<gcp.spanner.DatabaseArgs>>, context: Context): Finding[] {
  const own = context.companions<gcp.spanner.BackupScheduleArgs>(spannerSchedule, "database");
  const given = context
    .all<gcp.spanner.InstanceArgs>(spannerInstance)
    .some(({ properties }) => properties.at("defaultBackupScheduleType").mayBe("AUTOMATIC"));
  return own.length > 0 || given ? [] : unnamed("named by no BackupSchedule", "a BackupSchedule of this database");
}

/** Both properties are "0" where a table is to have no backups. */
function bigtable(table: View<Unwrap<gcp.bigtable.TableArgs>>): Finding[] {
  const retention = table.at("automatedBackupPolicy").at("retentionPeriod");
  return must(retention, {
    words: 'at least "24h"',
    allows: (value) => (durationDays(value.text()) ?? 0) >= 1,
  });
}

/**
 * Tables and documents are backed up at regular times. DynamoDB's and Cosmos DB's backups are continuous
 * (`backup-point-in-time`).
 */
export const rule: Rule = {
  id: "backup-table",
  title: "Tables and documents are backed up at regular times.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
  },
  why: "Copies in other zones copy every mistake at once; only a backup has what was there before.",
  fix: "Add a BackupSchedule of the database, or an automatedBackupPolicy to the table.",
  source: "https://cloud.google.com/firestore/native/docs/backups",
  breaksBy: {
    "gcp:bigtable/table:Table": ["automatedBackupPolicy.retentionPeriod"],
    "gcp:spanner/database:Database": [],
    "gcp:firestore/database:Database": [],
    "gcp:spanner/backupSchedule:BackupSchedule": ["database"],
    "gcp:firestore/backupSchedule:BackupSchedule": ["database"],
    "gcp:spanner/instance:Instance": ["defaultBackupScheduleType"],
  },
  companions: [spannerSchedule, spannerInstance, firestoreSchedule],
  checks: {
    "gcp:bigtable/table:Table": check<gcp.bigtable.TableArgs>(bigtable),
    "gcp:spanner/database:Database": check<gcp.spanner.DatabaseArgs>(spanner),
    "gcp:firestore/database:Database": check<gcp.firestore.DatabaseArgs>((_, context) =>
      context.companions<gcp.firestore.BackupScheduleArgs>(firestoreSchedule, "database").length > 0
        ? []
        : unnamed("named by no BackupSchedule", "a BackupSchedule of this database"),
    ),
  },
};
