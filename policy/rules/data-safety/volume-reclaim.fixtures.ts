import type { ResourceFixtures } from "../../core/fixture";

const mend = "Set Retain, and delete volumes that are no longer needed by hand.";
const storage = "kubernetes:storage.k8s.io/v1:StorageClass";
const volume = "kubernetes:core/v1:PersistentVolume";
const set = "kubernetes:apps/v1:StatefulSet";
const policy = "spec.persistentVolumeClaimRetentionPolicy";
const setWith = (persistentVolumeClaimRetentionPolicy: object) => ({ spec: { persistentVolumeClaimRetentionPolicy } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a class", type: storage, properties: { reclaimPolicy: "Retain" } },
    { name: "a volume", type: volume, properties: { spec: { persistentVolumeReclaimPolicy: "Retain" } } },
    { name: "a volume's default", type: volume, properties: { spec: {} } },
    { name: "a set", type: set, properties: setWith({ whenDeleted: "Retain", whenScaled: "Retain" }) },
    { name: "a set's default", type: set, properties: { spec: { serviceName: "db" } } },
  ],
  fails: [
    {
      name: "a class that says nothing",
      type: storage,
      properties: { provisioner: "ebs.csi.aws.com" },
      messages: [`reclaimPolicy is not set; required: "Retain". ${mend}`],
    },
    {
      name: "a volume",
      type: volume,
      properties: { spec: { persistentVolumeReclaimPolicy: "Delete" } },
      messages: [`spec.persistentVolumeReclaimPolicy is "Delete"; required: "Retain". ${mend}`],
    },
    {
      name: "a set",
      type: set,
      properties: setWith({ whenDeleted: "Delete", whenScaled: "Delete" }),
      messages: [
        `${policy}.whenDeleted is "Delete"; required: "Retain". ${mend}`,
        `${policy}.whenScaled is "Delete"; required: "Retain". ${mend}`,
      ],
    },
  ],
};
