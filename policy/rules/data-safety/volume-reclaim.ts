import type * as kubernetes from "@pulumi/kubernetes";
import { isOneOf, must, mustIfSet } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";

const retained = isOneOf(["Retain"]);
const volumes = ["PersistentVolume", "PersistentVolumePatch"].map((kind) => `kubernetes:core/v1:${kind}`);
const sets = ["StatefulSet", "StatefulSetPatch"].map((kind) => `kubernetes:apps/v1:${kind}`);

/** Volumes outlive the claims on them. */
export const rule: Rule = {
  id: "data-safety-volume-reclaim",
  title: "Volumes of a Kubernetes cluster are kept when their claim is deleted.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "Deleting a claim, or the namespace that it is in, deletes the disk under it.",
  fix: "Set Retain, and delete volumes that are no longer needed by hand.",
  source: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming",
  breaksBy: {
    "kubernetes:storage.k8s.io/v1:StorageClass": ["reclaimPolicy"],
    ...alike(volumes, ["spec.persistentVolumeReclaimPolicy"]),
    ...alike(sets, [
      "spec.persistentVolumeClaimRetentionPolicy.whenDeleted",
      "spec.persistentVolumeClaimRetentionPolicy.whenScaled",
    ]),
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    // Delete where nothing is said.
    "kubernetes:storage.k8s.io/v1:StorageClass": check<kubernetes.storage.v1.StorageClassArgs>((storage) =>
      must(storage.at("reclaimPolicy"), retained),
    ),
    // Retain where nothing is said.
    ...forTypes(
      volumes,
      check<kubernetes.core.v1.PersistentVolumeArgs>((volume) =>
        mustIfSet(volume.at("spec").at("persistentVolumeReclaimPolicy"), retained),
      ),
    ),
    ...forTypes(
      sets,
      check<kubernetes.apps.v1.StatefulSetArgs>((set) => {
        const policy = set.at("spec").at("persistentVolumeClaimRetentionPolicy");
        return [policy.at("whenDeleted"), policy.at("whenScaled")].flatMap((value) => mustIfSet(value, retained));
      }),
    ),
  },
};
