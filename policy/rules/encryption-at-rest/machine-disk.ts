import { isOneOf, isTrue } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { required } from "../../kinds/table";

/** Azure's machines encrypt at the host: caches and temporary disks too. AWS has `encryption-at-rest-volume`. */
export const rule: Rule = {
  id: "encryption-at-rest-machine-disk",
  title: "Machines of Azure encrypt their disks at the host.",
  severity: "medium",
  frameworks: { "PCI DSS 4.0": ["3.5.1"], "ISO 27001:2022": ["A.8.24"], "SOC 2": ["CC6.1"] },
  why: "Managed disks are encrypted where they lie, but temporary disks and caches are not.",
  fix: "Set securityProfile.encryptionAtHost: true.",
  source: "https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-portal",
  breaksBy: {
    "azure-native:compute:VirtualMachine": ["securityProfile.encryptionAtHost"],
    "azure-native:compute:VirtualMachineScaleSet": ["virtualMachineProfile.securityProfile.encryptionAtHost"],
    "azure-native:batch:Pool": ["deploymentConfiguration.virtualMachineConfiguration.securityProfile.encryptionAtHost"],
    "azure-native:hdinsight:Cluster": ["properties.diskEncryptionProperties.encryptionAtHost"],
    "azure-native:redhatopenshift:OpenShiftCluster": [
      "masterProfile.encryptionAtHost",
      "workerProfiles[].encryptionAtHost",
    ],
  },
  checks: {
    ...required(isTrue, [
      ["azure-native:compute:VirtualMachine", "securityProfile.encryptionAtHost"],
      ["azure-native:compute:VirtualMachineScaleSet", "virtualMachineProfile.securityProfile.encryptionAtHost"],
      [
        "azure-native:batch:Pool",
        "deploymentConfiguration.virtualMachineConfiguration.securityProfile.encryptionAtHost",
      ],
      ["azure-native:hdinsight:Cluster", "properties.diskEncryptionProperties.encryptionAtHost"],
    ]),
    ...required(isOneOf(["Enabled"]), [
      [
        "azure-native:redhatopenshift:OpenShiftCluster",
        "masterProfile.encryptionAtHost",
        "workerProfiles[].encryptionAtHost",
      ],
    ]),
  },
};
