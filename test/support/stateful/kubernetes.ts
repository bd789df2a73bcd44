import type { ReplaceForcing } from "./replace-forcing";

/**
 * Kubernetes: the fields that its API server refuses to change (StatefulSet and PersistentVolumeClaim validation, API
 * reference v1.37).
 */
export const kubernetes: ReplaceForcing = {
  "kubernetes:core/v1:PersistentVolumeClaim": [
    "metadata.name",
    "metadata.namespace",
    "spec.accessModes",
    "spec.storageClassName",
    "spec.volumeMode",
    "spec.selector",
  ],
  "kubernetes:apps/v1:StatefulSet": [
    "metadata.name",
    "metadata.namespace",
    "spec.selector",
    "spec.serviceName",
    "spec.podManagementPolicy",
    "spec.volumeClaimTemplates",
  ],
  "kubernetes:core/v1:Namespace": ["metadata.name"],
  "kubernetes:postgresql.cnpg.io/v1:Cluster": ["metadata.name", "metadata.namespace", "spec.bootstrap"],
  "kubernetes:generators.external-secrets.io/v1alpha1:Password": ["metadata.name", "metadata.namespace"],
  "kubernetes:external-secrets.io/v1:ExternalSecret": ["metadata.name", "metadata.namespace", "spec.target.name"],
};
