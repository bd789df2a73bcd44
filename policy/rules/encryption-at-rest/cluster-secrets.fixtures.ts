import type { ResourceFixtures } from "../../core/fixture";

const fix =
  'Set encryptionConfig with resources ["secrets"]; databaseEncryption ENCRYPTED; securityProfile.azureKeyVaultKms.';
const eks = "aws:eks/cluster:Cluster";
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "with a key",
      type: eks,
      properties: { encryptionConfig: { resources: ["secrets"], provider: { keyArn: "arn" } } },
    },
    { name: "with a key", type: gke, properties: { databaseEncryption: { state: "ENCRYPTED", keyName: "k" } } },
    { name: "with a key", type: aks, properties: { securityProfile: { azureKeyVaultKms: { enabled: true } } } },
  ],
  fails: [
    {
      name: "as it comes",
      type: eks,
      properties: {},
      messages: [`encryptionConfig.resources is not set; required: ["secrets"]. ${fix}`],
    },
    {
      name: "without",
      type: gke,
      properties: { databaseEncryption: { state: "DECRYPTED" } },
      messages: [
        `databaseEncryption.state is "DECRYPTED"; required: one of ENCRYPTED, ALL_OBJECTS_ENCRYPTION_ENABLED. ${fix}`,
      ],
    },
    {
      name: "as it comes",
      type: aks,
      properties: {},
      messages: [`securityProfile.azureKeyVaultKms.enabled is not set; required: true. ${fix}`],
    },
  ],
};
