import type * as azure from "@pulumi/azure-native";
import { isTrue, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Storage accounts refuse requests without TLS. S3 has `encryption-in-transit-bucket`; Cloud Storage's clients use TLS. */
export const rule: Rule = {
  id: "encryption-in-transit-storage-account",
  title: "Storage accounts refuse requests without TLS.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["9.3.4"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "Signed addresses and blobs cross the network in clear text.",
  fix: "Set enableHttpsTrafficOnly: true.",
  source: "https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer",
  breaksBy: {
    "azure-native:storage:StorageAccount": ["enableHttpsTrafficOnly"],
  },
  remedies: { "azure-native:storage:StorageAccount": { enableHttpsTrafficOnly: true } },
  checks: {
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account) =>
      must(account.at("enableHttpsTrafficOnly"), isTrue),
    ),
  },
};
