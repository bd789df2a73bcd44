import type * as azure from "@pulumi/azure-native";
import { matches, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Azure SQL encrypts unless somebody says no. */
export const rule: Rule = {
  id: "encryption-at-rest-sql-database",
  title: "Transparent encryption of Azure SQL databases is not turned off.",
  severity: "critical",
  frameworks: {
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
    GDPR: ["Art. 32"],
  },
  why: "Files and backups of the database are readable by whoever gets hold of them.",
  fix: 'Set state: "Enabled", or leave the resource out.',
  source: "https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-tde-overview",
  breaksBy: {
    "azure-native:sql:TransparentDataEncryption": ["state"],
  },
  remedies: { "azure-native:sql:TransparentDataEncryption": { state: "Enabled" } },
  checks: {
    "azure-native:sql:TransparentDataEncryption": check<azure.sql.TransparentDataEncryptionArgs>((encryption) =>
      must(encryption.at("state"), matches(/^Enabled$/i, '"Enabled"')),
    ),
  },
};
