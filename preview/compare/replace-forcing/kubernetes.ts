import type { ReplaceForcing } from "./table";

const deployment = ["spec.selector"];
/** For a claim, a StatefulSet and a Job the API server refuses more than the provider replaces for: an update would fail. */
const roleBinding = ["roleRef"];

/**
 * Kubernetes: `forceNew` in `provider/pkg/provider/diff.go` of pulumi/pulumi-kubernetes at 94977969d, read 2026-11-27, where
 * every object is replaced for its name and namespace. After them what the API server refuses to change (validation of
 * the API, reference v1.37) and the operators of our own resources do.
 */
const kinds: ReplaceForcing = {
  "kubernetes:apps/v1:DaemonSet": deployment,
  "kubernetes:apps/v1:Deployment": deployment,
  "kubernetes:apps/v1:StatefulSet": [
    "spec.podManagementPolicy",
    "spec.revisionHistoryLimit",
    "spec.selector",
    "spec.serviceName",
    "spec.volumeClaimTemplates",
  ],
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": [],
  "kubernetes:batch/v1:CronJob": [],
  "kubernetes:batch/v1:Job": ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
  // Replaced while immutable: by `immutable`, or by the provider's default.
  "kubernetes:core/v1:ConfigMap": ["binaryData", "data"],
  "kubernetes:core/v1:Namespace": [],
  "kubernetes:core/v1:PersistentVolume": [
    "spec.awsElasticBlockStore",
    "spec.azureDisk",
    "spec.azureFile",
    "spec.csi",
    "spec.gcePersistentDisk",
    "spec.hostPath",
    "spec.iscsi",
    "spec.local",
    "spec.nfs",
  ],
  "kubernetes:core/v1:PersistentVolumeClaim": [
    "spec.accessModes",
    "spec.selector",
    "spec.storageClassName",
    "spec.volumeMode",
    "spec.volumeName",
  ],
  "kubernetes:core/v1:ResourceQuota": ["spec.scopes"],
  "kubernetes:core/v1:Secret": ["data", "stringData", "type"],
  "kubernetes:core/v1:Service": ["spec.clusterIP"],
  "kubernetes:core/v1:ServiceAccount": [],
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": [],
  "kubernetes:policy/v1:PodDisruptionBudget": [],
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": roleBinding,
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": roleBinding,
  "kubernetes:storage.k8s.io/v1:StorageClass": ["parameters", "provisioner"],
  // Custom resources: the provider knows their names only.
  "kubernetes:barmancloud.cnpg.io/v1:ObjectStore": [],
  "kubernetes:cert-manager.io/v1:Certificate": [],
  "kubernetes:cert-manager.io/v1:Issuer": [],
  "kubernetes:external-secrets.io/v1:ExternalSecret": [],
  "kubernetes:gateway.networking.k8s.io/v1:Gateway": [],
  "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute": [],
  "kubernetes:generators.external-secrets.io/v1alpha1:Password": [],
  "kubernetes:monitoring.coreos.com/v1:PodMonitor": [],
  "kubernetes:postgresql.cnpg.io/v1:Cluster": [],
  "kubernetes:postgresql.cnpg.io/v1:Pooler": [],
  "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup": [],
};

/** The kinds, with the name and the namespace of every object. */
export const kubernetes: ReplaceForcing = Object.fromEntries(
  Object.entries(kinds).map(([type, paths]) => [type, ["metadata.name", "metadata.namespace", ...paths]]),
);
