import type * as azure from "@pulumi/azure-native";
import { type Finding, isOneOf, must } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";

/** Where nothing is said, a disk can be exported to any network. */
const closed: Check = check<azure.compute.DiskArgs>((disk): Finding[] => {
  const access = disk.at("publicNetworkAccess");
  return !access.known || access.text() === "Disabled"
    ? []
    : must(disk.at("networkAccessPolicy"), isOneOf(["DenyAll", "AllowPrivate"]));
});

/**
 * Azure's disks and their snapshots are not exported to the internet. Amazon's and Google's are shared with accounts, of
 * which `exposure-snapshot` is.
 */
export const rule: Rule = {
  id: "exposure-disk-export",
  title: "Disks and their snapshots can't be exported to the internet.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.12"],
    "SOC 2": ["CC6.7"],
  },
  why: "Whoever may export a disk gets an address from which it can be copied, by anybody and from anywhere.",
  fix: 'Set networkAccessPolicy to "DenyAll", or to "AllowPrivate" with a disk access.',
  source: "https://learn.microsoft.com/en-us/azure/virtual-machines/disks-restrict-import-export-overview",
  breaksBy: {
    "azure-native:compute:Disk": ["networkAccessPolicy", "publicNetworkAccess"],
    "azure-native:compute:Snapshot": ["networkAccessPolicy", "publicNetworkAccess"],
  },
  checks: {
    "azure-native:compute:Disk": closed,
    "azure-native:compute:Snapshot": closed,
  },
};
