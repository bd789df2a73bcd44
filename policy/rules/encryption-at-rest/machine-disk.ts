import type * as azure from "@pulumi/azure-native";
import { isTrue, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

/** Azure's machines encrypt at the host: caches and temporary disks too. AWS has `encryption-at-rest-volume`. */
export const rule: Rule = {
  id: "encryption-at-rest-machine-disk",
  title: "Machines of Azure encrypt their disks at the host.",
  severity: "medium",
  frameworks: { "PCI DSS 4.0": ["3.5.1"], "ISO 27001:2022": ["A.8.24"], "SOC 2": ["CC6.1"] },
  why: "Managed disks are encrypted where they lie, but temporary disks and caches are not.",
  mend: "Set securityProfile.encryptionAtHost: true.",
  source: "https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-portal",
  breaksBy: {
    "azure-native:compute:VirtualMachine": ["securityProfile.encryptionAtHost"],
    "azure-native:compute:VirtualMachineScaleSet": ["virtualMachineProfile.securityProfile.encryptionAtHost"],
  },
  checks: {
    "azure-native:compute:VirtualMachine": check<azure.compute.VirtualMachineArgs>((machine) =>
      require(machine.at("securityProfile").at("encryptionAtHost"), isTrue),
    ),
    "azure-native:compute:VirtualMachineScaleSet": check<azure.compute.VirtualMachineScaleSetArgs>((set) =>
      require(set.at("virtualMachineProfile").at("securityProfile").at("encryptionAtHost"), isTrue),
    ),
  },
};
