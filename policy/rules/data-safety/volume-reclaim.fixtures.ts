import type { ResourceFixtures } from "../../core/fixture";

const fix = "Set Retain, and delete volumes that are no longer needed by hand.";
const storage = "kubernetes:storage.k8s.io/v1:StorageClass";
const volumes = ["PersistentVolume", "PersistentVolumePatch"].map((kind) => `kubernetes:core/v1:${kind}`);
const sets = ["StatefulSet", "StatefulSetPatch"].map((kind) => `kubernetes:apps/v1:${kind}`);
const policy = "spec.persistentVolumeClaimRetentionPolicy";
const setWith = (persistentVolumeClaimRetentionPolicy: object) => ({ spec: { persistentVolumeClaimRetentionPolicy } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a class", type: storage, properties: { reclaimPolicy: "Retain" } },
    ...volumes.flatMap((type) => [
      { name: "a volume", type, properties: { spec: { persistentVolumeReclaimPolicy: "Retain" } } },
      { name: "a volume's default", type, properties: { spec: {} } },
    ]),
    ...sets.flatMap((type) => [
      { name: "a set", type, properties: setWith({ whenDeleted: "Retain", whenScaled: "Retain" }) },
      { name: "a set's default", type, properties: { spec: { serviceName: "db" } } },
    ]),
  ],
  fails: [
    {
      name: "a class that says nothing",
      type: storage,
      properties: { provisioner: "ebs.csi.aws.com" },
      messages: [`reclaimPolicy is not set; required: "Retain". ${fix}`],
    },
    ...volumes.map((type) => ({
      name: "a volume",
      type,
      properties: { spec: { persistentVolumeReclaimPolicy: "Delete" } },
      messages: [`spec.persistentVolumeReclaimPolicy is "Delete"; required: "Retain". ${fix}`],
    })),
    ...sets.map((type) => ({
      name: "a set",
      type,
      properties: setWith({ whenDeleted: "Delete", whenScaled: "Delete" }),
      messages: [
        `${policy}.whenDeleted is "Delete"; required: "Retain". ${fix}`,
        `${policy}.whenScaled is "Delete"; required: "Retain". ${fix}`,
      ],
    })),
  ],
};
