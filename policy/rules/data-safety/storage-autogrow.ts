import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import { type Finding, isAtLeast, isNotFalse, isOneOf, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { followsAzureServer } from "../../kinds/sql";

/** A replica takes its limit from its source. The limit has to lie above what there is. */
function rds(instance: View<Unwrap<aws.rds.InstanceArgs>>): Finding[] {
  const limit = instance.at("maxAllocatedStorage");
  const size = instance.at("allocatedStorage");
  if (instance.at("replicateSourceDb").isSet || !size.known) return [];
  return must(limit, isAtLeast((size.number() ?? 0) + 1, "GiB"));
}

/** Storage of databases grows by itself. Aurora's, AlloyDB's and Azure SQL's always does. */
export const rule: Rule = {
  id: "data-safety-storage-autogrow",
  title: "Storage of databases grows by itself.",
  severity: "low",
  frameworks: {
    "ISO 27001:2022": ["A.8.6"],
    "SOC 2": ["A1.2"],
  },
  why: "A database whose disk is full stops taking writes, and some don't start again.",
  fix: "Let the storage grow, with a limit that the budget bears.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["allocatedStorage", "maxAllocatedStorage", "replicateSourceDb"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings.diskAutoresize"],
    "azure-native:dbforpostgresql:Server": ["createMode", "storage.autoGrow", "storage.type"],
    "azure-native:dbformysql:Server": ["storage.autoGrow"],
  },
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>(rds),
    // On where nothing is said.
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) =>
      mustIfSet(instance.at("settings").at("diskAutoresize"), isNotFalse),
    ),
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((server) => {
      const storage = server.at("storage");
      // These disks have no growth of their own.
      const fixed = storage.at("type").mayBe("PremiumV2_LRS") || storage.at("type").mayBe("UltraSSD_LRS");
      return fixed || followsAzureServer(server) ? [] : must(storage.at("autoGrow"), isOneOf(["Enabled"]));
    }),
    // On where nothing is said.
    "azure-native:dbformysql:Server": check<azure.dbformysql.ServerArgs>((server) =>
      mustIfSet(server.at("storage").at("autoGrow"), isOneOf(["Enabled"])),
    ),
  },
};
