import type { ResourceFixtures } from "../../core/fixture";

const machine = "azure-native:compute:VirtualMachine";
const set = "azure-native:compute:VirtualMachineScaleSet";
const host = (encryptionAtHost: boolean) => ({ securityProfile: { encryptionAtHost } });
const mend = "Set securityProfile.encryptionAtHost: true.";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "at the host", type: machine, properties: host(true) },
    { name: "at the host", type: set, properties: { virtualMachineProfile: host(true) } },
  ],
  fails: [
    {
      name: "as it comes",
      type: machine,
      properties: {},
      messages: [`securityProfile.encryptionAtHost is not set; required: true. ${mend}`],
    },
    {
      name: "turned off",
      type: set,
      properties: { virtualMachineProfile: host(false) },
      messages: [`virtualMachineProfile.securityProfile.encryptionAtHost is false; required: true. ${mend}`],
    },
  ],
};
