import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, propertiesOf, type RowFixture } from "../../kinds/table.fixtures";

const fix = "Set securityProfile.encryptionAtHost: true.";
const cluster = "azure-native:redhatopenshift:OpenShiftCluster";
const on = { good: true, bad: false, words: "true" };
const rows: readonly RowFixture[] = [
  { type: "azure-native:compute:VirtualMachine", path: "securityProfile.encryptionAtHost", ...on },
  {
    type: "azure-native:compute:VirtualMachineScaleSet",
    path: "virtualMachineProfile.securityProfile.encryptionAtHost",
    ...on,
  },
  {
    type: "azure-native:batch:Pool",
    path: "deploymentConfiguration.virtualMachineConfiguration.securityProfile.encryptionAtHost",
    ...on,
  },
  { type: "azure-native:hdinsight:Cluster", path: "properties.diskEncryptionProperties.encryptionAtHost", ...on },
];
const machines = (master: string, worker: string) => ({
  ...propertiesOf("masterProfile.encryptionAtHost", master),
  ...propertiesOf("workerProfiles[].encryptionAtHost", worker),
});

export const fixtures: ResourceFixtures = {
  passes: [...passesOf(rows), { name: "at the host", type: cluster, properties: machines("Enabled", "Enabled") }],
  fails: [
    ...failsOf(rows, fix),
    {
      name: "turned off",
      type: cluster,
      properties: machines("Enabled", "Disabled"),
      messages: [`workerProfiles[0].encryptionAtHost is "Disabled"; required: "Enabled". ${fix}`],
    },
  ],
};
